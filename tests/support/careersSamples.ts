import { consent } from '@domain/careers/referral'
import type { Samples } from './samples'

/** What a position says. */
export const positionWords = {
  title: '高级底盘标定工程师',
  department: '研发',
  team: '底盘工程',
  city: '上海',
  place: '嘉定',
  family: 'rd',
  level: 'senior',
  tracks: ['social', 'internal'],
  years: '5 年以上',
  headcount: 2,
  leadId: null,
  duties: '标定悬架和转向，冬夏两季随车。',
  requirements: '做过两个以上量产项目。',
} satisfies Samples['careers']['savePosition']['words']

const fileId = 'cloud://wo-local.wo-local/uploads/none.csv'
const of = { candidateId: 'none', version: 1 }

export const careersSamples: Samples['careers'] = {
  openPositions: {},
  openPosition: { positionId: 'none' },
  favouritePosition: { positionId: 'none', favourite: true },
  announceResume: { kind: 'pdf' },
  refer: {
    positionId: 'none',
    name: '徐朗',
    phone: '18612343307',
    relation: 'colleague',
    words: '',
    consentVersion: consent.version,
  },
  apply: { positionId: 'none', contact: '午休可以打电话', words: '想做底盘', leadId: 'VC999999' },
  listMine: {},
  takeBack: of,
  openResume: { candidateId: 'none' },
  openDesk: { state: 'open' },
  openPositionEdit: { positionId: 'none' },
  savePosition: { of: { positionId: 'none', version: 1 }, words: positionWords },
  movePosition: { positionId: 'none', version: 1, action: 'publish' },
  checkPositions: { fileId },
  importPositions: { fileId, open: false },
  openBoard: { column: 'fresh' },
  openCandidate: { candidateId: 'none' },
  showContact: { candidateId: 'none' },
  moveCandidates: { candidates: [of], action: 'contact' },
  tellLead: of,
  exportCandidates: { format: 'csv' },
}
