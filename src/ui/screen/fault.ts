import type { DrawingName } from '../drawing/Drawing'

/**
 * What Screen understands of an error, by shape: the API client's errors fit it and so does anything
 * thrown by accident. `kind` is the error catalogue's.
 */
export interface Fault {
  drawing: DrawingName
  title: string
  /** What happened and what to do. */
  sentence: string
  canRetry: boolean
  /** To whoever asks: there is nothing here for them to look through. */
  isClosed?: true
  /** Only for our own mistakes, to give to a colleague. */
  requestId?: string
}

const read = (error: unknown, key: string): string | undefined => {
  if (typeof error !== 'object' || error === null) return undefined
  const value: unknown = (error as Record<string, unknown>)[key]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The same words twice, one above the other, say less than once. */
const unlessSaid = (sentence: string | undefined, title: string) =>
  sentence?.startsWith(title) ? undefined : sentence

const OFF_LINE = '没能连上'

export function readFault(error: unknown): Fault {
  const known = read(error, 'kind')
  const kind = known ?? 'bug'
  // Only an error of the catalogue speaks to people; any other message is for engineers.
  const sentence = known && read(error, 'message')
  const broken = { drawing: 'brokenLine', canRetry: true } as const
  switch (kind) {
    case 'denied':
      return {
        drawing: 'closedGate',
        title: '这里没有对你开放',
        sentence: sentence ?? '需要的话，请找你的主管或行政。',
        canRetry: false,
        isClosed: true,
      }
    case 'missing':
      return {
        drawing: 'emptyPlinth',
        title: sentence ?? '已经不在了',
        sentence: '它可能被移走或删除了。',
        canRetry: false,
      }
    case 'invalid':
      // A page asks with what its link says: there is no field to mend, and asking again asks the same.
      return read(error, 'code') === 'INVALID_INPUT'
        ? {
            drawing: 'brokenLine',
            title: '链接不完整',
            sentence: '请回到原来的地方，再打开一次。',
            canRetry: false,
          }
        : { ...broken, title: '没能打开', sentence: sentence ?? '再试一次，还不行就更新小程序。' }
    case 'conflict':
      return { ...broken, title: '没能打开', sentence: sentence ?? '内容刚刚变了，再试一次。' }
    case 'limited':
      return { ...broken, title: '慢一点', sentence: sentence ?? '请过一会儿再试。' }
    case 'retry':
      return {
        ...broken,
        title: OFF_LINE,
        sentence: unlessSaid(sentence, OFF_LINE) ?? '网络好像断了，连上以后再试一次。',
      }
    default:
      return {
        ...broken,
        title: '没能打开',
        sentence: '是我们这边出了错，已经记下来了。再试一次，还不行就把编号给行政。',
        requestId: read(error, 'requestId'),
      }
  }
}

/** The end of an id in two groups of four: enough to find it by, short enough to read out. */
export function shortenId(requestId: string): string {
  const tail = requestId
    .replace(/[^0-9a-z]/gi, '')
    .slice(-8)
    .toUpperCase()
  return tail.length > 4 ? `${tail.slice(0, -4)}-${tail.slice(-4)}` : tail
}
