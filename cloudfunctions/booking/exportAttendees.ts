import { booking } from '@domain/booking/contract'
import type { PlaceState } from '@domain/booking/place'
import { inChina } from '@domain/kernel/time'
import { handle } from '@platform/context'
import { csvOf } from '@platform/csv'
import { veilRows } from '../identity/public'
import { attendedAtOf } from './attend'
import { hostedSession } from './hosting'
import { type PlaceDocument, places, sessions } from './store'

/** As many as one read can return. */
const PLACES_MAX = 1_000

const HEADER = ['编号', '姓名', '部门', '园区', '状态', '几位', '同行', '回答', '签到']

const stateWords: Record<PlaceState, string> = {
  confirmed: '要来',
  waiting: '候补',
  offered: '等确认',
  attended: '到了',
  absent: '没来',
  excused: '没来，不计',
  cancelled: '退出',
  declined: '让出',
  expired: '过期',
  unseated: '没排上',
  calledOff: '活动取消',
}

export const exportAttendees = handle(booking.exportAttendees, async (ctx, { sessionId }) => {
  await hostedSession(ctx.employee, sessionId)
  const found = await places.find({ where: { sessionId }, limit: PLACES_MAX })
  const shown = await veilRows(found, ctx.employee)
  const csv = csvOf(HEADER, shown.map(rowOf))
  return ctx.transaction(
    async () => ({ csv, attendees: found.length, complete: found.length < PLACES_MAX }),
    () => ({
      subject: `${sessions.name}/${sessionId}`,
      before: null,
      after: { exportedAttendees: found.length },
    }),
  )
})

function rowOf(place: PlaceDocument): (string | number)[] {
  const { person, state, party, guests, answers } = place
  const { employeeId, name, department, site } = person
  const said = answers.map(({ title, answer }) => `${title}：${answer}`).join('；')
  const attendedAt = attendedAtOf(place)
  const came = attendedAt === null ? '' : inChina(attendedAt).format('YYYY-MM-DD HH:mm')
  return [employeeId, name, department, site, stateWords[state], party, guests.join('、'), said, came]
}
