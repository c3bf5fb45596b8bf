import { booking } from '@domain/booking/contract'
import { isTimetable, slotAt, type Timetable } from '@domain/booking/slots'
import { areKinds, kindIdOf, kindsAfter, tooLongIn, type VisitKind } from '@domain/booking/visitKinds'
import type { InputOf } from '@domain/kernel/contract'
import { Refusal, refuse } from '@domain/kernel/errors'
import { dayOf, type Instant } from '@domain/kernel/time'
import { type EmployeeContext, handle } from '@platform/context'
import { keepingCopies } from '@platform/storage'
import { type Dropped, dropPictures, removeDropped } from '../forum/public'
import { picturesLost, takeCentrePictures } from './centrePictures'
import { hostedCentre, sessionsAhead } from './centreReading'
import { keepHours } from './pastHours'
import { type CentreDocument, centres } from './store'

type Written = Omit<InputOf<typeof booking.editCentre>, 'centreId' | 'version' | 'kinds'>

export const editCentre = handle(booking.editCentre, async (ctx, { centreId, version, ...written }) => {
  const centre = await hostedCentre(ctx.employee, centreId)
  refuse((centre.version ?? 0) !== version, 'BOOKING_CENTRE_CHANGED')
  const kinds = kindsAfter(centre, written.kinds, { idOf: ctx.newId, on: dayOf(ctx.now) })
  if (kinds === null) throw new Refusal('BOOKING_KIND_MISSING', ['kinds'])
  refuse(!areKinds(kinds), 'BOOKING_KINDS_WRONG', ['kinds'])
  const timetable = timetableOf(written, kinds)
  refuse(!isTimetable(timetable), 'BOOKING_HOURS_WRONG', ['week'])
  const tooLong = tooLongIn(kinds, timetable)
  refuse(tooLong >= 0, 'BOOKING_KIND_TOO_LONG', [`kinds.${tooLong}.minutes`])
  await ctx.wechat.assertTextIsSafe(...wordsIn(written, kinds))
  const outside = await bookedOutside(centreId, timetable, kinds, ctx.now)
  const { pictured, ...files } = await takeCentrePictures(centre, { ...written, kinds })
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  const lost: { gone: Dropped } = { gone: null }
  const after = { ...written, ...pictured }
  const saved = await keepingCopies(files, () => write(ctx, centre, after, { outside, lost }))
  await removeDropped(lost.gone)
  return saved
})

function write(
  ctx: EmployeeContext,
  { _id, version }: CentreDocument,
  after: Partial<CentreDocument>,
  { outside, lost }: { outside: number; lost: { gone: Dropped } },
) {
  let before: object | null = null
  const next = (version ?? 0) + 1
  return ctx.transaction(
    async tx => {
      const current = await centres.in(tx).require(_id, 'BOOKING_CENTRE_MISSING')
      refuse((current.version ?? 0) !== (version ?? 0), 'BOOKING_CENTRE_CHANGED')
      before = partOf(current, after)
      const changed = { ...current, ...after }
      lost.gone = await dropPictures(tx, picturesLost(current, changed), ctx.now)
      await keepHours(tx, current, changed, ctx.now)
      await centres.in(tx).update(_id, { ...after, version: next })
      return { saved: true as const, version: next, outside }
    },
    () => ({ subject: `${centres.name}/${_id}`, before, after }),
  )
}

/** What a centre said of what has been changed. */
function partOf(centre: CentreDocument, after: Partial<CentreDocument>): object {
  const changed = Object.keys(after)
  return Object.fromEntries(Object.entries(centre).filter(([name]) => changed.includes(name)))
}

/** The hours have room for the shortest of the kinds. */
function timetableOf(written: Written, kinds: readonly VisitKind[]): Timetable {
  const { week, onHolidays, followsExchange, specialDays } = written
  const slotMinutes = Math.min(...kinds.map(({ minutes }) => minutes))
  return { week, onHolidays, followsExchange, specialDays, slotMinutes }
}

/** Everything that colleagues read of it. */
function wordsIn(written: Written, kinds: readonly VisitKind[]): string[] {
  const { headline, intro, story, gallery, address, directions, advice, specialDays } = written
  return [
    ...[headline, intro, address, ...directions, ...advice],
    ...story.flatMap(({ title, text }) => [title, text]),
    ...gallery.map(({ caption }) => caption),
    ...specialDays.map(({ why }) => why),
    ...kinds.flatMap(({ name, words, vehicle, promises }) => [name, words, vehicle, ...promises]),
  ].filter(word => word !== '')
}

/** How many people have booked a time that these hours do not have from beginning to end, or a kind that there is no more. */
async function bookedOutside(
  centreId: string,
  timetable: Timetable,
  kinds: readonly VisitKind[],
  now: Instant,
): Promise<number> {
  const ahead = await sessionsAhead(centreId, now)
  return ahead
    .filter(session => {
      const kind = kinds.find(({ kindId }) => kindId === kindIdOf(session))
      const slot = kind && slotAt(session.startsAt, { ...timetable, slotMinutes: kind.minutes }, [])
      return session.state === 'open' && slot?.endsAt !== session.endsAt
    })
    .reduce((sum, { taken }) => sum + taken, 0)
}
