import type { Visit } from './visit'

const LIN = 'linxiaochuan'
const RECRUITER = 'caotian'

/** The pages of 汇人才. */
export const careersVisits: Record<string, Visit> = {
  'rooms/careers/pages/positions/index': { who: LIN, shows: '高级底盘标定工程师' },
  'rooms/careers/pages/position/index': {
    who: LIN,
    shows: '要做的事',
    parameters: () => '?positionId=chassis-tuning',
  },
  'rooms/careers/pages/apply/index': {
    who: LIN,
    shows: '为什么想去',
    parameters: () => '?positionId=chassis-tuning',
  },
  'rooms/careers/pages/mine/index': { who: LIN, shows: '徐朗' },
  'rooms/careers/pages/desk/index': { who: RECRUITER, shows: '批量导入职位' },
  'rooms/careers/pages/positionEdit/index': {
    who: RECRUITER,
    shows: '招聘方式',
    parameters: () => '?positionId=chassis-tuning',
  },
  'rooms/careers/pages/positionImport/index': { who: RECRUITER, shows: '选择文件并核对' },
  'rooms/careers/pages/board/index': { who: RECRUITER, shows: '范思远' },
  'rooms/careers/pages/candidate/index': {
    who: RECRUITER,
    shows: '显示联系方式',
    parameters: ({ candidateId }) => `?candidateId=${candidateId}`,
  },
}
