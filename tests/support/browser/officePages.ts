import { type PageVisit, room, visit } from './pageVisit'

/** Write for 刷新闻, and let it appear. */
const WRITER = 'demo-maoqing'
const CHIEF = 'demo-songshiyu'
const RECRUITER = 'demo-caotian'
const OPS = 'demo-ningyuan'

export const careersPages = ({ candidateId }: { candidateId: string }): PageVisit[] => [
  visit('positions', room('careers/positions')),
  visit('position', room('careers/position', 'positionId=chassis-tuning')),
  visit('apply', room('careers/apply', 'positionId=chassis-tuning')),
  visit('candidacies', room('careers/mine')),
  visit('careers-desk', room('careers/desk'), RECRUITER),
  visit('position-edit', room('careers/positionEdit', 'positionId=chassis-tuning'), RECRUITER),
  visit('position-import', room('careers/positionImport'), RECRUITER),
  visit('candidates', room('careers/board'), RECRUITER),
  visit('candidate', room('careers/candidate', `candidateId=${candidateId}`), RECRUITER),
]

export const contentPages: PageVisit[] = [
  visit('articles', room('content/news')),
  visit('kept-articles', room('content/news', 'kept=1'), CHIEF),
  visit('article', room('content/article', 'articleId=a-500')),
  visit('lead-article', room('content/article', 'articleId=a-xc90')),
  visit('newsroom', room('content/newsroom'), CHIEF),
  visit('article-review', room('content/draft', 'articleId=a-heritage'), CHIEF),
  visit('article-draft', room('content/draft', 'articleId=a-drift'), WRITER),
  visit('article-new', room('content/draft'), WRITER),
  visit('article-figures', room('content/figures', 'articleId=a-500'), CHIEF),
]

export const statsPages: PageVisit[] = [
  visit('figures', room('stats/figures'), OPS),
  visit('adviser', room('stats/adviser'), OPS),
  visit('report', room('stats/report'), OPS),
]

const HR = 'demo-wangyanqiu'
const LEAD = 'demo-xuzhiyuan'
/** One of the two who keep the coins. */
const KEEPER = 'demo-liangqiushi'

export const memberPages: PageVisit[] = [
  visit('colleagues', room('identity/members'), HR),
  visit('own-department', room('identity/members'), LEAD),
  visit('colleague', room('identity/member', 'employeeId=VC018842'), HR),
  visit('leaving', room('identity/leaving', 'employeeId=VC018842'), HR),
  visit('decisions', room('access/decisions'), HR),
  visit('hands', room('coin/hands'), KEEPER),
  visit('hand-edit', room('coin/handEdit'), KEEPER),
  visit('coin-batch', room('coin/batch', 'batchId=demo-october'), KEEPER),
  visit('rules', room('coin/rules'), KEEPER),
  visit('rule-version', room('coin/version', 'version=2'), KEEPER),
]
