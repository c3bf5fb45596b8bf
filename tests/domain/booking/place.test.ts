import { isSeated, nextPlaceState, placeActions, placeActionsFor, placeStates } from '@domain/booking/place'

const NONE = [null, ...placeStates] as const

test('every way through the table, and no other', () => {
  const ways = NONE.flatMap(state =>
    placeActions.flatMap(action => {
      const next = nextPlaceState(state, action)
      return next ? [`${state ?? 'none'} ${action} ${next}`] : []
    }),
  )
  expect(ways).toEqual([
    'none join confirmed',
    'none queue waiting',
    'none hold offered',
    'confirmed cancel cancelled',
    'confirmed attend attended',
    'confirmed miss absent',
    'confirmed part cancelled',
    'confirmed callOff calledOff',
    'waiting offer offered',
    'waiting cancel cancelled',
    'waiting lapse unseated',
    'waiting part cancelled',
    'waiting callOff calledOff',
    'offered accept confirmed',
    'offered decline declined',
    'offered expire expired',
    'offered part cancelled',
    'offered callOff calledOff',
    'attended callOff calledOff',
    'absent attend attended',
    'absent excuse excused',
    'cancelled join confirmed',
    'cancelled queue waiting',
    'cancelled hold offered',
    'declined join confirmed',
    'declined queue waiting',
    'declined hold offered',
    'expired join confirmed',
    'expired queue waiting',
    'expired hold offered',
    'unseated join confirmed',
    'unseated queue waiting',
    'unseated hold offered',
  ])
})

test('whose session was called off, or who has attended, has nothing left to do', () => {
  expect(placeActionsFor('calledOff', 'guest')).toEqual([])
  expect(placeActionsFor('attended', 'guest')).toEqual([])
})

test('a seat is held from the offer on, and after the session too', () => {
  expect(placeStates.filter(isSeated)).toEqual(['confirmed', 'offered', 'attended', 'absent', 'excused'])
})
