import type { Visit } from './visit'

const HR = 'wangyanqiu'
/** One of the two who keep the coins. */
const KEEPER = 'liangqiushi'

/** People and coins, as the back office sees them. */
export const deskVisits: Record<string, Visit> = {
  'rooms/identity/pages/members/index': { who: HR, shows: 'VC018842' },
  'rooms/identity/pages/member/index': {
    who: HR,
    shows: '138****0426',
    parameters: () => '?employeeId=VC018842',
  },
  'rooms/identity/pages/leaving/index': {
    who: HR,
    shows: '光影摄影社的会长交给谁',
    parameters: () => '?employeeId=VC018842',
  },
  'rooms/access/pages/decisions/index': { who: HR, shows: '改资料' },
  'rooms/coin/pages/hands/index': { who: KEEPER, shows: '等另一位同事复核' },
  'rooms/coin/pages/handEdit/index': { who: KEEPER, shows: '理由，本人会看到' },
  'rooms/coin/pages/batch/index': {
    who: KEEPER,
    shows: '改好这些行再导入',
    parameters: () => '?batchId=demo-october',
  },
  'rooms/coin/pages/version/index': {
    who: KEEPER,
    shows: '比 v1 改了',
    parameters: () => '?version=2',
  },
  'rooms/coin/pages/rules/index': { who: KEEPER, shows: '昨天如果用这份草稿' },
}
