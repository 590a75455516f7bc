const { writeFileSync } = require('node:fs');
const { DefaultReporter, SummaryReporter } = require('@jest/reporters');

/** jest's own reports, and the counts as JSON in the file that `npm test` names in BATON_TEST_COUNTS. */
class CountReporter {
  constructor(config, options, context) {
    this.reports = [new DefaultReporter(config), new SummaryReporter(config, options, context)];
  }

  onRunStart(...args) {
    this.tell('onRunStart', args);
  }

  onTestStart(...args) {
    this.tell('onTestStart', args);
  }

  onTestCaseResult(...args) {
    this.tell('onTestCaseResult', args);
  }

  onTestResult(...args) {
    this.tell('onTestResult', args);
  }

  onRunComplete(...args) {
    this.tell('onRunComplete', args);
    const file = process.env.BATON_TEST_COUNTS;
    if (file) writeFileSync(file, JSON.stringify(countTests(args[1])));
  }

  tell(moment, args) {
    for (const report of this.reports) report[moment]?.(...args);
  }
}

/** A suite that could not run has no failing test, and is one failure all the same. */
function countTests({ numPassedTests, numPendingTests, numTodoTests, testResults }) {
  const failures = testResults.map(
    suite => suite.numFailingTests || (suite.testExecError || suite.failureMessage ? 1 : 0),
  );
  return {
    passed: numPassedTests,
    failed: failures.reduce((sum, count) => sum + count, 0),
    skipped: numPendingTests + numTodoTests,
  };
}

module.exports = CountReporter;
