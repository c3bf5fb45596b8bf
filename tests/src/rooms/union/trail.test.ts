import { type Application, asReadBy, trailSteps } from '@/rooms/union/trail'

const appliedAt = Date.UTC(2026, 10, 20, 1, 0)

const application = {
  state: 'member',
  earlierSteps: 0,
  trail: [
    { action: 'apply', by: { employeeId: 'VC013702', name: '葛亮' }, at: appliedAt, reason: '想来' },
    {
      action: 'approve',
      by: { employeeId: 'VC018842', name: '林晓川' },
      at: appliedAt + 60_000,
      reason: null,
    },
  ],
} as unknown as Application

const titles = (employeeId: string | undefined) =>
  trailSteps(asReadBy(employeeId, application), '会长回复', appliedAt).map(({ title }) => title)

test('the trail says at what time of day something was done, also of a day long past', () => {
  const steps = trailSteps(application, '会长回复', appliedAt + 7 * 86_400_000)
  expect(steps.map(({ when }) => when)).toEqual(['11 月 20 日 9:00', '11 月 20 日 9:01'])
})

test('the trail calls nobody by their name to themselves', () => {
  expect(titles('VC013702')).toEqual(['你提交申请', '林晓川同意入会'])
  expect(titles('VC018842')).toEqual(['葛亮提交申请', '你同意入会'])
  expect(titles(undefined)).toEqual(['葛亮提交申请', '林晓川同意入会'])
})

test('a trail that is not whole says how many steps came before', () => {
  const shown = trailSteps({ ...application, earlierSteps: 4 }, '会长回复', appliedAt)
  expect(shown.map(({ title }) => title)).toEqual(['更早还有 4 步', '葛亮提交申请', '林晓川同意入会'])
})
