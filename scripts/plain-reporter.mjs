/** The last words of a test run, which continuous integration reads: `N passed, N failed`. */
export default class PlainReporter {
  /** A file or suite that breaks outside its tests, or an error that belongs to none, counts as one failure. */
  onTestRunEnd(modules, unhandledErrors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const suites = modules.flatMap((module) => [module, ...module.children.allSuites()]);
    const count = (state) => tests.filter((test) => test.result().state === state).length;
    const broken = suites.filter((suite) => suite.errors().length > 0).length;
    const failed = count("failed") + broken + unhandledErrors.length;
    process.once("exit", () => {
      if (count("skipped") > 0) console.log(`${count("skipped")} skipped`);
      console.log(`${count("passed")} passed, ${failed} failed`);
    });
  }
}
