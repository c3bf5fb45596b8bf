import { Refusal } from '@domain/kernel/errors'
import { live } from '@domain/live/contract'
import { handleWith } from '@platform/context'
import { handOut } from '@platform/handedFiles'
import { sheetOf, type WorkbookColumn, workbookOf } from '@platform/workbook'
import { saidIn, talkAlong } from '../forum/public'
import { figuresOf } from './openRun'
import { broadcasts, type DrawDocument, draws, files, talkIdOf, tallies, type Winner } from './store'

const along = ({ broadcastId }: { broadcastId: string }) => ({
  broadcast: broadcasts.along({ where: { _id: broadcastId }, limit: 1 }),
  tally: tallies.along({ where: { _id: broadcastId }, limit: 1 }),
  draw: draws.along({
    where: { _id: broadcastId },
    limit: 1,
    fields: ['_id', 'winners', 'prizes', 'entries', 'commitment', 'listHash', 'seed'],
  }),
  talk: talkAlong(talkIdOf(broadcastId)),
})

type Figure = readonly [name: string, value: string | number | { at: number } | null]

const figureColumns: readonly WorkbookColumn<Figure>[] = [
  { name: '项目', width: 20, value: ([name]) => name },
  { name: '数', width: 70, value: ([, value]) => value },
]

const slotColumns: readonly WorkbookColumn<{ at: number; people: number }>[] = [
  { name: '从', width: 18, value: ({ at }) => ({ at }) },
  { name: '在看的同事', value: ({ people }) => people },
]

const winnerColumns = ({ prizes }: Pick<DrawDocument, 'prizes'>): readonly WorkbookColumn<Winner>[] => [
  { name: '号码', width: 20, value: ({ code }) => code },
  { name: '姓名', value: ({ name }) => name },
  { name: '奖品', width: 24, value: ({ prize }) => prizes[prize]?.name || '沃币' },
  {
    name: '交付',
    value: ({ prize, paid, handedOver, left }) => {
      if (left && !handedOver) return '已离职，没有发'
      return prizes[prize]?.kind === 'coins' ? (paid ? '已到账' : '待到账') : handedOver ? '已领取' : '待领取'
    },
  },
]

export const exportBroadcast = handleWith(live.exportBroadcast, along, async (ctx, { broadcastId }, read) => {
  const [broadcast] = read.broadcast
  if (!broadcast) throw new Refusal('LIVE_BROADCAST_MISSING')
  const [draw] = read.draw
  const figures = figuresOf(read.tally[0], saidIn(read.talk))
  const lines: Figure[] = [
    ['直播', broadcast.title],
    ['开始', { at: broadcast.startsAt }],
    ['结束', { at: broadcast.endsAt }],
    ['预约提醒', figures.reminders],
    ['看过的同事', figures.viewers],
    ['同时最多', figures.peak],
    ['留言', figures.messages],
    ['得到参与奖励', figures.rewarded],
    ['发出沃币', figures.coins],
    ['抽奖名单', draw?.entries ?? 0],
    ['种子的承诺', draw?.commitment ?? ''],
    ['名单的摘要', draw?.listHash ?? ''],
    ['公布的种子', draw?.seed ?? ''],
  ]
  const content = await workbookOf([
    sheetOf('概况', figureColumns, lines),
    sheetOf('每五分钟', slotColumns, figures.slots),
    ...(draw ? [sheetOf('中奖', winnerColumns(draw), draw.winners)] : []),
  ])
  const made = { folder: 'live', name: '直播数据.xlsx', content, failed: 'LIVE_EXPORT_FAILED' } as const
  const { url, file } = await handOut(ctx, files, made)
  return ctx.transaction(
    async tx => {
      await files.in(tx).put(file)
      return { url }
    },
    () => ({ subject: `${broadcasts.name}/${broadcastId}`, before: null, after: { exported: true } }),
  )
})
