/** The last word of a test run, which continuous integration reads: `N passed, N failed`. */
export default class PlainReporter {
  /** A file that fails before its tests are known, or an error outside any test, counts as one failure. */
  onTestRunEnd(modules, unhandledErrors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state) => tests.filter((test) => test.result().state === state).length;
    const brokenFiles = modules.filter((module) => module.errors().length > 0).length;
    const brokenSuites = modules
      .flatMap((module) => [...module.children.allSuites()])
      .filter((suite) => suite.errors().length > 0).length;
    const failed = count("failed") + brokenFiles + brokenSuites + unhandledErrors.length;
    const skipped = count("skipped");
    // After vitest's own summary, which the default reporter prints in this same turn.
    setImmediate(() => {
      if (skipped > 0) console.log(`${skipped} skipped`);
      console.log(`${count("passed")} passed, ${failed} failed`);
    });
  }
}
