import { isOpenTo, type PostDeed, type PublicationState, shownState } from '@domain/forum/standing'

const deeds: PostDeed[] = ['talk', 'mark', 'edit', 'delete', 'choose', 'report', 'hide', 'remove']
const openOf = (state: PublicationState) => deeds.filter(deed => isOpenTo(deed, state))

test('what is on no board stands beside a thing, and is talked under, reported and removed alone', () => {
  expect(openOf(shownState({ boardId: '' }))).toEqual(['talk', 'report', 'remove'])
  expect(openOf(shownState({ boardId: 'life' }))).toEqual(deeds)
})

test('what reports have hidden is its author’s to delete and the moderators’ to remove', () => {
  expect(openOf('hidden')).toEqual(['delete', 'report', 'remove'])
})

test.each(['deleted', 'removed'] as const)('nothing is done to what was %s', state => {
  expect(openOf(state)).toEqual([])
})
