#!/usr/bin/env node
import { isRastrumError } from "../index.ts";

if (process.argv.length < 3) console.log("Usage: rastrum zonal RASTER ZONES | rastrum info RASTER", isRastrumError);
