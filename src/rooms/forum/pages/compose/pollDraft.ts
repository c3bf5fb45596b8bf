import { areOptionsDistinct, isPollEndPossible, POLL_OPTIONS_MIN } from '@domain/forum/poll'
import { DAY_MS, dayOf, type Instant, inChina, instantAt } from '@domain/kernel/time'
import type { api, Input } from '@/api'

type PollInput = NonNullable<Input<typeof api.forum.createPost>['poll']>

/** A poll as it is being written; day and time as the pickers have them, in UTC+8. */
export interface PollDraft {
  options: readonly string[]
  multiple: boolean
  endsOn: string
  endsTime: string
}

/** Until tomorrow evening: everybody has been by once, whatever their shift. */
export function freshPoll(now: Instant): PollDraft {
  return { options: ['', ''], multiple: false, endsOn: dayOf(now + DAY_MS), endsTime: '18:00' }
}

/** A published poll, to be changed. */
export function pollDraftOf(poll: {
  options: readonly { text: string }[]
  multiple: boolean
  endsAt: Instant
}): PollDraft {
  return {
    options: poll.options.map(({ text }) => text),
    multiple: poll.multiple,
    endsOn: dayOf(poll.endsAt),
    endsTime: inChina(poll.endsAt).format('HH:mm'),
  }
}

const written = ({ options }: PollDraft) => options.map(option => option.trim()).filter(Boolean)
const endOf = ({ endsOn, endsTime }: PollDraft) => instantAt(endsOn, endsTime) ?? Number.NaN

/** What keeps a poll from being sent; the server decides again. Lines left empty are no options. */
export function pollProblem(draft: PollDraft | null, now: Instant): string | undefined {
  if (!draft) return undefined
  const options = written(draft)
  if (options.length < POLL_OPTIONS_MIN) return `投票至少写 ${POLL_OPTIONS_MIN} 个选项`
  if (!areOptionsDistinct(options)) return '有两个选项一样，改一个'
  return isPollEndPossible(endOf(draft), now) ? undefined : '投票截止要在 10 分钟之后、30 天之内'
}

export function pollInput(draft: PollDraft): PollInput {
  return { options: written(draft), multiple: draft.multiple, endsAt: endOf(draft) }
}
