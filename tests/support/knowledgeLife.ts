import type { Does } from './does'
import { upload } from './identityWorld'
import type { TestCloud } from './localCloud'
import { people } from './people'
import { termWords } from './shelfSamples'

const { meng, lin, zhao } = people
const reason = '核对过了'

/** Each procedure of the knowledge base once, in the way that costs most. */
export async function knowledgeLives(cloud: TestCloud, does: Does): Promise<void> {
  const { termId } = await does(meng, 'knowledge.saveTerm', { words: termWords })
  const of = { termId, version: 1 }
  await does(meng, 'knowledge.saveTerm', { of, words: termWords })
  await does(lin, 'knowledge.changeWordbook', { taken: [termId], dropped: [] })
  await does(lin, 'knowledge.openGlossary', { since: 0 })
  await does(lin, 'knowledge.lookUp', { kind: 'term', id: termId })
  const asked = { kind: 'correction', termId, word: '冷浸', words: '写上要停多久' }
  const first = await does(lin, 'knowledge.suggestTerm', asked)
  const second = await does(lin, 'knowledge.suggestTerm', asked)
  await does(lin, 'knowledge.openSuggest')
  await does(meng, 'knowledge.openSuggestion', first)
  const now = { termId, version: 2 }
  await does(meng, 'knowledge.acceptSuggestion', { ...first, of: now, words: termWords, reason })
  await does(meng, 'knowledge.refuseSuggestion', { ...second, reason })
  await does(meng, 'knowledge.withdrawTerm', { termId, version: 3, reason })
  await papersLive(cloud, does)
}

async function papersLive(cloud: TestCloud, does: Does): Promise<void> {
  const words = {
    title: '测功机预约办法',
    summary: '谁能约，提前多久。',
    category: 'policy',
    ownerId: lin.employeeId,
    departments: ['质量', '总装', '采购'],
    expiresOn: null,
  }
  const file = async (name: string) => ({
    fileId: await upload(cloud, meng.openid, `uploads/${name}.pdf`, '%PDF-1.4'),
    fileName: '测功机预约办法.pdf',
    note: '',
  })
  const { documentId } = await does(meng, 'knowledge.saveDocument', { words, file: await file('first') })
  const of = { documentId, version: 1 }
  await does(meng, 'knowledge.saveDocument', { of, words, file: await file('second') })
  await does(zhao, 'knowledge.openLibrary', { category: 'policy' })
  await does(zhao, 'knowledge.findDocuments', { text: '测功机' })
  await does(zhao, 'knowledge.takeDocument', { documentId })
  await does(meng, 'knowledge.takeDocument', { documentId, number: 1 })
  await does(meng, 'knowledge.openDocument', { documentId })
  await does(meng, 'knowledge.listDepartments')
  await cloud.timer('knowledge', 'tend')
  await does(meng, 'knowledge.listDocuments', { state: 'live' })
  await does(meng, 'knowledge.openDesk')
  await does(meng, 'knowledge.withdrawDocument', { documentId, version: 2, reason })
}
