import { placeTable } from '@domain/booking/place'
import { formerPerson, type Leaving, type OwnTables, withoutSignature } from '@platform/ownData'
import { readAll } from '@platform/readAll'
import type { Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { feedback, type PlaceDocument, places, quotas } from './store'

/** What this room keeps about somebody. */
export async function exportOf(employeeId: string): Promise<OwnTables<'places' | 'feedback'>> {
  const [booked, said] = await Promise.all([
    readAll(places, { employeeId }, 'listKey'),
    readAll(feedback, { employeeId }, '_id'),
  ])
  return { places: booked.map(ownPlace), feedback: said }
}

/** Who of those who run it did what is theirs. */
function ownPlace({ trail, appeal, told, ...place }: PlaceDocument) {
  return {
    ...place,
    trail: trail.map(({ action, at, note }) => ({ action, at, note })),
    ...(appeal ? { appeal: { ...appeal, answer: appeal.answer && unsigned(appeal.answer) } } : {}),
    ...(told ? { told: told.answer ? { ...told, answer: unsigned(told.answer) } : told } : {}),
  }
}

const unsigned = <A extends { by: string }>({ by: _colleague, ...answer }: A) => answer

const BLOCK = 20

/**
 * Leaves of each place that somebody came or did not, for the numbers, and of the person nothing. A place is called by
 * session and person, so that it gets another id: whoever registers anew meets none of them.
 */
export async function forget(leaving: Leaving, shift: Shift): Promise<boolean> {
  await quotas.removeWhere({ employeeId: leaving.employeeId })
  for (;;) {
    if (shift.isOver()) return false
    const block = await places.find({
      where: { employeeId: leaving.employeeId },
      orderBy: [['listKey', 'desc']],
      limit: BLOCK,
    })
    if (block.length === 0) return true
    for (const place of block) await rename(place, leaving)
  }
}

/** Keys that sort hold the place's id, and so do places that were given instead of others. */
function underPseudonym(place: PlaceDocument, { employeeId, pseudonym }: Leaving): PlaceDocument {
  return JSON.parse(JSON.stringify(place).replaceAll(employeeId, pseudonym)) as PlaceDocument
}

/** What was said of an absence goes; where nobody has answered it yet, there is nobody left to answer. */
function withoutPerson(place: PlaceDocument, leaving: Leaving): PlaceDocument {
  const { appeal, ...kept } = underPseudonym(place, leaving)
  const { person, trail } = place
  return {
    ...kept,
    person: formerPerson(leaving.pseudonym),
    answers: [],
    guests: [],
    codes: ['', ''],
    trail: withoutSignature(trail, leaving, {
      called: person.name,
      isOwn: action => placeTable[action].by === 'guest',
    }),
    ...(appeal?.answer ? { appeal: { ...appeal, words: '' } } : {}),
  }
}

function rename(place: PlaceDocument, leaving: Leaving): Promise<void> {
  const { _id } = place
  const { pseudonym } = leaving
  const renamed = withoutPerson(place, leaving)
  return transaction(async tx => {
    const said = await feedback.in(tx).get(_id)
    await places.in(tx).remove(_id)
    await places.in(tx).put(renamed)
    if (!said) return
    await feedback.in(tx).remove(_id)
    await feedback.in(tx).put({ ...said, _id: renamed._id, employeeId: pseudonym, department: '', words: '' })
  })
}
