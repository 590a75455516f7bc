const Sequencer = require('@jest/test-sequencer').default;

/** What takes longest comes first, so that no worker is left alone with it at the end. */
const order = ['/together/', '/house/', '/browser/', ''];

const rank = ({ path }) => order.findIndex(part => path.includes(part));

/** The usual order, within each of these. */
class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => rank(one) - rank(other));
  }
}

module.exports = LongestFirst;
