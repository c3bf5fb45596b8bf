import { eventFlowOf } from '@domain/union/eventRule'

test.each([
  ['a free one of a hundred seats', { fee: 0, capacity: 100 }, []],
  ['one more seat', { fee: 0, capacity: 101 }, ['unionOfficer']],
  ['a coin of a fee', { fee: 1, capacity: 1 }, ['unionOfficer']],
])('%s', (_name, event, roles) => {
  expect(eventFlowOf(event).map(({ role }) => role)).toEqual(roles)
})
