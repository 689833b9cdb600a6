/** Imported by tests of what lies below the verbs: those load it for their jobs, `loadKeeping`. */
import { useKeeping } from "../../src/stats/keeping.ts";
import * as keepingParts from "../../src/stats/keeping-parts.ts";

useKeeping(keepingParts);
