import type { Visit } from './visit'

const LIN = 'linxiaochuan'
const PUBLICIST = 'maoqing'
const EDITOR = 'mengchuan'
const BUSES = 'panyue'
const HELPER = 'xiahe'
/** Works on the tickets of every site. */
const OFFICE = 'miaomiao'
const FINANCE = 'shenyining'
const CHIEF = 'songshiyu'

/** The rooms of everyday errands. */
export const serviceVisits: Record<string, Visit> = {
  'rooms/selfservice/pages/shuttle/index': { who: LIN, shows: '后到安亭地铁站' },
  'rooms/selfservice/pages/line/index': {
    who: LIN,
    shows: '便利店门前',
    parameters: () => '?lineId=sh3',
  },
  'rooms/selfservice/pages/timetable/index': {
    who: LIN,
    shows: '会变的几班',
    parameters: () => '?lineId=sh3',
  },
  'rooms/selfservice/pages/shuttleDesk/index': { who: BUSES, shows: '等着生效' },
  'rooms/selfservice/pages/shuttleDraft/index': {
    who: BUSES,
    shows: '龙泉线',
    parameters: () => '?versionId=shuttle-draft',
  },
  'rooms/selfservice/pages/shuttleEdit/index': {
    who: BUSES,
    shows: '嘉定新城地铁站',
    parameters: () => '?versionId=shuttle-draft&lineId=sh2',
  },
  'rooms/selfservice/pages/shuttleImport/index': { who: BUSES, shows: '选择文件并核对' },
  'rooms/brand/pages/brand/index': { who: LIN, shows: '一条安全带' },
  'rooms/brand/pages/film/index': { who: LIN, shows: '把专利送给所有人', parameters: () => '?filmId=belt' },
  'rooms/brand/pages/matrix/index': { who: LIN, shows: '园区和工厂' },
  'rooms/brand/pages/desk/index': { who: PUBLICIST, shows: '收起了' },
  'rooms/brand/pages/filmEdit/index': { who: PUBLICIST, shows: '在哪里看', parameters: () => '?filmId=belt' },
  'rooms/brand/pages/accountEdit/index': {
    who: PUBLICIST,
    shows: '放在哪一组',
    parameters: () => '?accountId=chengdu',
  },
  'rooms/content/pages/news/index': { who: LIN, shows: '成都工厂 500 天零损工' },
  'rooms/content/pages/article/index': {
    who: LIN,
    shows: '没关闭的 10 条，名字和原因都贴在车间门口',
    parameters: () => '?articleId=a-500',
  },
  'rooms/content/pages/newsroom/index': { who: CHIEF, shows: '为什么安全带是斜的' },
  'rooms/content/pages/draft/index': {
    who: CHIEF,
    shows: '现在发布',
    parameters: () => '?articleId=a-heritage',
  },
  'rooms/content/pages/figures/index': {
    who: CHIEF,
    shows: '各部门确认',
    parameters: () => '?articleId=a-500',
  },
  'rooms/knowledge/pages/library/index': { who: LIN, shows: '没查到？写下来问' },
  'rooms/knowledge/pages/term/index': {
    who: LIN,
    shows: '像晨跑团的领跑员',
    parameters: () => '?termId=bms',
  },
  'rooms/knowledge/pages/document/index': {
    who: LIN,
    shows: '2026 年度体检安排',
    parameters: () => '?documentId=p04-checkup',
  },
  'rooms/knowledge/pages/suggest/index': { who: LIN, shows: '零损工' },
  'rooms/stats/pages/figures/index': { who: 'ningyuan', shows: '日均访问' },
  'rooms/stats/pages/adviser/index': { who: 'ningyuan', shows: '人什么时候来' },
  'rooms/stats/pages/report/index': { who: 'ningyuan', shows: '每周一收到它' },
  'rooms/knowledge/pages/desk/index': { who: EDITOR, shows: '黄鱼车' },
  'rooms/knowledge/pages/termEdit/index': {
    who: EDITOR,
    shows: '在正文里标出来',
    parameters: () => '?termId=bms',
  },
  'rooms/knowledge/pages/documentEdit/index': {
    who: EDITOR,
    shows: '撤下这份文件',
    parameters: () => '?documentId=p05-escalation',
  },
  'rooms/selfservice/pages/tickets/index': { who: LIN, shows: '升降桌升到一半就停' },
  'rooms/selfservice/pages/newTicket/index': { who: LIN, shows: '哪一类' },
  'rooms/selfservice/pages/ticket/index': {
    who: LIN,
    shows: '谁在办',
    parameters: ({ ticketId }) => `?ticketId=${ticketId}`,
  },
  'rooms/selfservice/pages/ticketBoard/index': { who: HELPER, shows: '咖啡机旁边洒了一地牛奶' },
  'rooms/selfservice/pages/ticketCategories/index': { who: OFFICE, shows: '个工作小时' },
  'rooms/selfservice/pages/ticketCategory/index': {
    who: OFFICE,
    shows: '表单里问什么',
    parameters: () => '?categoryId=repair',
  },
  'rooms/selfservice/pages/ticketFigures/index': { who: HELPER, shows: '首次回复' },
  'rooms/selfservice/pages/invoices/index': { who: LIN, shows: '复制全部' },
  'rooms/selfservice/pages/invoiceDesk/index': { who: FINANCE, shows: '加一个抬头' },
  'rooms/selfservice/pages/titleEdit/index': {
    who: FINANCE,
    shows: '改过的',
    parameters: () => '?titleId=shanghai',
  },
  'rooms/selfservice/pages/claimImport/index': {
    who: FINANCE,
    shows: '读到',
    parameters: () => '?importId=claims-demo',
  },
}
