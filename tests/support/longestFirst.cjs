const { default: Sequencer } = require('@jest/test-sequencer')

/** Files that take a minute and more; begun last, one of them would keep the whole run waiting on a single core. */
const LONGEST = [
  'tests/ledger/simulation',
  'tests/browser/everyPage',
  'tests/functions/platform/badInput',
  'tests/functions/coin/esteem',
  'tests/functions/platform/budgets',
  'tests/functions/booking/visitCrash',
  'tests/functions/booking/offerCrash',
  'tests/browser/',
  'tests/ledger/',
  'tests/weapp/',
]

const rankOf = path => {
  const rank = LONGEST.findIndex(part => path.includes(part))
  return rank === -1 ? LONGEST.length : rank
}

/** On a fresh machine jest knows no durations and begins with the largest file, which is not the longest. */
class LongestFirst extends Sequencer {
  sort(tests) {
    const bySize = super.sort(tests)
    return [...bySize].sort((one, other) => rankOf(one.path) - rankOf(other.path))
  }
}

module.exports = LongestFirst
