/** Where the company has sites; a recruiter may be limited to one of them. */
export const cities = ['上海', '成都', '大庆', '台州', '北京'] as const
export type City = (typeof cities)[number]

/** By which way somebody may come: from outside, from school, from within. */
export const tracks = ['social', 'campus', 'internal'] as const
export type Track = (typeof tracks)[number]
export const trackNames: Record<Track, string> = { social: '社招', campus: '校招', internal: '可内部转岗' }

export const families = ['rd', 'digital', 'manufacturing', 'quality', 'supply', 'market', 'support'] as const
export type Family = (typeof families)[number]
export const familyNames: Record<Family, string> = {
  rd: '研发',
  digital: '软件与数字化',
  manufacturing: '制造',
  quality: '质量',
  supply: '采购与供应链',
  market: '市场与销售',
  support: '职能支持',
}

export const levels = ['intern', 'junior', 'middle', 'senior', 'lead'] as const
export type Level = (typeof levels)[number]
export const levelNames: Record<Level, string> = {
  intern: '实习',
  junior: '初级',
  middle: '中级',
  senior: '高级',
  lead: '负责人',
}

export const positionStates = ['draft', 'open', 'paused', 'closed'] as const
export type PositionState = (typeof positionStates)[number]
export const positionStateNames: Record<PositionState, string> = {
  draft: '草稿',
  open: '招聘中',
  paused: '暂停',
  closed: '已结束',
}

export const positionActions = ['publish', 'pause', 'resume', 'close', 'reopen'] as const
export type PositionAction = (typeof positionActions)[number]
export const positionActionNames: Record<PositionAction, string> = {
  publish: '开放',
  pause: '暂停',
  resume: '继续招',
  close: '结束',
  reopen: '重新开放',
}

interface Transition {
  from: readonly PositionState[]
  to: PositionState
}

/** Every transition that exists; whatever isn't here is refused, by the server and by the page's buttons alike. */
export const positionTable: Record<PositionAction, Transition> = {
  publish: { from: ['draft'], to: 'open' },
  pause: { from: ['open'], to: 'paused' },
  resume: { from: ['paused'], to: 'open' },
  close: { from: ['draft', 'open', 'paused'], to: 'closed' },
  reopen: { from: ['closed'], to: 'open' },
}

/** The state that follows, or null where the table has no such transition. */
export function nextPositionState(state: PositionState, action: PositionAction): PositionState | null {
  const { from, to } = positionTable[action]
  return from.includes(state) ? to : null
}

/** What may be done with a position, in the order of the table. */
export function positionActionsFor(state: PositionState): PositionAction[] {
  return positionActions.filter(action => nextPositionState(state, action) !== null)
}

/** A position that has ended stays as people knew it. */
export const mayEditPosition = (state: PositionState): boolean => state !== 'closed'

/** Whether a friend may be recommended: the position is sought outside. */
export function mayRefer({
  state,
  tracks: ways,
}: {
  state: PositionState
  tracks: readonly Track[]
}): boolean {
  return state === 'open' && ways.some(way => way !== 'internal')
}

/** Whether a colleague may apply. */
export function mayApply({
  state,
  tracks: ways,
}: {
  state: PositionState
  tracks: readonly Track[]
}): boolean {
  return state === 'open' && ways.includes('internal')
}

export const positionLimits = { favouritesMax: 50, importLinesMax: 50, openMax: 500 } as const
