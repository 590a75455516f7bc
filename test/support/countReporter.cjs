const { writeFileSync } = require('node:fs');
const { DefaultReporter, SummaryReporter } = require('@jest/reporters');

/** How long what a test has opened may take to close after the last test. */
const lingerMs = 15_000;

/** jest's own reports, and the counts so far as JSON in the file that `npm test` names in BATON_TEST_COUNTS. */
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
    keepCounts(args[2], false);
  }

  onRunComplete(...args) {
    this.tell('onRunComplete', args);
    keepCounts(args[1], true);
    endWhatLingers();
  }

  tell(moment, args) {
    for (const report of this.reports) report[moment]?.(...args);
  }
}

function keepCounts(results, isWhole) {
  const file = process.env.BATON_TEST_COUNTS;
  if (file) writeFileSync(file, JSON.stringify({ ...countTests(results), isWhole }));
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

/** Something that a test left open keeps this process alive for ever: it is named and ended. */
function endWhatLingers() {
  const timer = setTimeout(() => {
    const left = process.getActiveResourcesInfo().filter(kind => kind !== 'Immediate');
    console.error(`A test left something open (${[...new Set(left)].join(', ')}); the run is ended without it.`);
    process.exit();
  }, lingerMs);
  timer.unref();
}

module.exports = CountReporter;
