import { randomUUID } from 'node:crypto'
import type { MediaChecks } from './mediaChecks'
import { invalidArguments, type StandIn, type StandInReply, type Suggestion } from './standIn'

const TEXT_LIMIT_CHARACTERS = 2_500
const LABEL_NORMAL = 100
const LABEL_ADVERTISEMENT = 10_001
const SCENES = [1, 2, 3, 4]

/** Words that the stand-in of the text check finds risky; the demonstration and the tests use them. */
export const RISKY_WORDS = ['加微信代购', '刷单', '内部代开发票', '赌球']

const NOT_RECENTLY_ACTIVE = { errcode: 61010, errmsg: 'user access record timeout' }

/** `security.msgSecCheck`, version 2. */
export const msgSecCheck: StandIn = {
  rejection: NOT_RECENTLY_ACTIVE,
  answer({ data, suggestion }): StandInReply {
    const problem = problemWithCheck(data)
    if (problem) return invalidArguments(problem)
    const { content } = data
    if (typeof content !== 'string' || content === '') return invalidArguments('content')
    if ([...content].length > TEXT_LIMIT_CHARACTERS) return invalidArguments('content is too long')
    const texts = [content, data.title, data.nickname, data.signature]
    const risky = texts.some(
      text => typeof text === 'string' && RISKY_WORDS.some(word => text.includes(word)),
    )
    return verdict(suggestion ?? (risky ? 'risky' : 'pass'))
  },
}

function verdict(suggest: Suggestion): StandInReply {
  const label = labelOf(suggest)
  return {
    json: {
      errcode: 0,
      errmsg: 'ok',
      trace_id: randomUUID(),
      result: { suggest, label },
      detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
    },
  }
}

export function labelOf(suggest: Suggestion): number {
  return suggest === 'pass' ? LABEL_NORMAL : LABEL_ADVERTISEMENT
}

/** `security.mediaCheckAsync`, version 2: the verdict comes later, as a pushed event. */
export function mediaCheckAsync(checks: MediaChecks): StandIn {
  return {
    rejection: NOT_RECENTLY_ACTIVE,
    answer({ data, invocation, suggestion }): StandInReply {
      const problem = problemWithCheck(data)
      if (problem) return invalidArguments(problem)
      if (typeof data.media_url !== 'string' || !/^https?:\/\//.test(data.media_url)) {
        return invalidArguments('media_url')
      }
      if (data.media_type !== 1 && data.media_type !== 2) return invalidArguments('media_type')
      const traceId = checks.start(invocation.function, String(data.openid), suggestion ?? 'pass')
      return { json: { errcode: 0, errmsg: 'ok', trace_id: traceId } }
    },
  }
}

function problemWithCheck(data: Record<string, unknown>): string | null {
  if (data.version !== 2) return 'version must be 2'
  if (!SCENES.includes(data.scene as number)) return 'scene'
  return typeof data.openid === 'string' && data.openid !== '' ? null : 'openid'
}
