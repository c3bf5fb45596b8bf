import type { Contracts } from '@domain/contracts'
import type { InputOf } from '@domain/kernel/contract'
import { sampleGood } from './goods'
import type { Samples } from './samples'

const reason = '核对过了'
/** A word of the glossary as an editor writes it. */
export const termWords: InputOf<Contracts['knowledge']['saveTerm']>['words'] = {
  zh: '冷浸',
  en: 'Cold soak',
  sv: '',
  abbreviation: '',
  aliases: [],
  lead: 'zh',
  field: 'making',
  gist: '让整台车冷透再试',
  explanation: '车在低温里停满规定的时间，直到每个零件都和环境一样冷，再上电试验。',
  likeness: '',
  relatedIds: [],
  source: '试制',
  inText: true,
}

export const filmWords: InputOf<Contracts['brand']['saveFilm']>['words'] = {
  title: '一条安全带',
  summary: '一个发明，和把它送给所有人的决定。',
  year: 1959,
  seconds: 245,
  chapters: [
    { atSeconds: 0, title: '哥德堡，1958', words: '博林从飞机座椅来到汽车。' },
    { atSeconds: 90, title: '开放专利', words: '' },
  ],
  source: null,
  order: 1,
  shown: true,
}

export const accountWords: InputOf<Contracts['brand']['saveAccount']>['words'] = {
  name: '沃在成都',
  kind: 'official',
  group: 'sites',
  purpose: '成都工厂',
  intro: '产线上的新鲜事',
  latest: { on: '2026-11-23', words: '500 天零损工' },
  wechatId: 'volvo-chengdu',
  appId: null,
  finderUserName: null,
  order: 1,
  shown: true,
}

/** What is on shelves: goods, words and papers, films and accounts. */
export const shelfSamples: Pick<Samples, 'mall' | 'knowledge' | 'brand'> = {
  brand: {
    openFilms: {},
    openFilm: { filmId: 'none' },
    openMatrix: {},
    openDesk: {},
    saveFilm: { words: filmWords, coverFileId: 'cloud://none/cover.png' },
    saveAccount: { words: accountWords },
  },
  mall: {
    openShop: {},
    findProducts: { text: '杯' },
    openProduct: { productId: 'none' },
    redeem: { productId: 'none', quantity: 1, delivery: { kind: 'desk', deskId: 'none' } },
    listOrders: {},
    openOrder: { orderId: 'none' },
    cancelOrder: { orderId: 'none', reason },
    confirmOrder: { orderId: 'none' },
    listFulfilment: { kind: 'desk' },
    shipOrder: { orderId: 'none', carrier: '顺丰', number: 'SF1234567890' },
    handOver: { pickupCode: 'no-such-code' },
    openBasket: {},
    putInBasket: { productId: 'none', variantId: 'one', quantity: 1 },
    markFavourite: { productId: 'none', favourite: true },
    listFavourites: {},
    awaitStock: { productId: 'none', variantId: 'one', awaited: true },
    listAddresses: {},
    saveAddress: {
      recipient: '王小明',
      phone: '13800000426',
      region: ['上海市', '上海市', '嘉定区'],
      detail: '百安公路 1 号',
      preferred: true,
    },
    removeAddress: { addressId: 'none' },
    askAfterSale: { orderId: 'none', kind: 'return', reason: 'broken', words: '' },
    withdrawAfterSale: { orderId: 'none' },
    decideAfterSale: { orderId: 'none', verdict: 'accept', words: reason },
    takeBack: { orderId: 'none' },
    exchange: { orderId: 'none' },
    listGoods: {},
    saveGood: { good: sampleGood },
    openStock: { productId: 'none' },
    changeStock: { productId: 'none', variantId: 'one', change: 1, reason: 'arrived', words: reason },
    addCodes: { productId: 'none', variantId: 'one', codes: ['WO-0001'] },
    openMallStats: {},
    checkShipping: { kind: 'waybills', fileId: 'cloud://wo-local.wo-local/uploads/none.csv' },
    importShipping: { kind: 'waybills', fileId: 'cloud://wo-local.wo-local/uploads/none.csv' },
    openPicking: {},
    exportOrders: { days: 30 },
    listAfterSales: {},
  },
  knowledge: {
    openGlossary: { since: 0 },
    lookUp: { kind: 'term', id: 'none' },
    saveTerm: { words: termWords },
    withdrawTerm: { termId: 'none', version: 1, reason },
    openLibrary: { category: 'policy' },
    findDocuments: { text: '差旅' },
    openDocument: { documentId: 'none' },
    takeDocument: { documentId: 'none' },
    listDocuments: { state: 'live' },
    saveDocument: {
      words: {
        title: '差旅标准',
        summary: '住宿和交通的标准',
        category: 'policy',
        ownerId: 'VC999999',
        departments: [],
        expiresOn: null,
      },
      file: { fileId: 'cloud://wo-local.wo-local/uploads/none.pdf', fileName: '差旅标准.pdf', note: '' },
    },
    withdrawDocument: { documentId: 'none', version: 1, reason },
    openSuggest: {},
    suggestTerm: { kind: 'correction', termId: 'none', word: '悬架', words: '写得不清楚' },
    openSuggestion: { suggestionId: 'none' },
    acceptSuggestion: { suggestionId: 'none', words: termWords, reason },
    refuseSuggestion: { suggestionId: 'none', reason },
    openDesk: {},
  },
}
