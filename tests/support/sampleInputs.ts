import type { Contracts } from '@domain/contracts'
import { contracts } from '@domain/contracts'
import { PRIVACY_VERSION } from '@domain/identity/privacy'
import type { InputOf, Procedure } from '@domain/kernel/contract'

type Samples = {
  [Room in keyof Contracts]: {
    [Name in keyof Contracts[Room]]: Contracts[Room][Name] extends Procedure
      ? InputOf<Contracts[Room][Name]>
      : never
  }
}

const proof = {
  employeeId: 'VC999999',
  name: '谁也不是',
  phoneCode: 'phone:13700000000',
  agreedPrivacyVersion: PRIVACY_VERSION,
}
const reason = '核对过了'
const fileId = 'cloud://wo-local.wo-local/rosters/none.csv'

/** An input of the right form for every procedure; what it names does not exist. A new procedure must have one. */
const samples: Samples = {
  identity: {
    openSession: {},
    register: proof,
    requestRebind: { ...proof, reason },
    openRebind: { rebindId: 'none' },
    decideRebind: { rebindId: 'none', decision: 'approve', reason },
    openProfile: {},
    findColleagues: { text: '林' },
    checkRoster: { fileId, fileName: '名单.csv' },
    applyRoster: { importId: 'none' },
    openImport: { importId: 'none' },
    listImports: {},
    listImportLines: { importId: 'none', action: 'join' },
  },
  access: {
    openInbox: {},
    openLending: {},
    lendRoles: { toEmployeeId: 'VC999999', startsAt: 0, endsAt: 1 },
    endLending: {},
  },
  forum: {
    openFeed: {},
    openPost: { postId: 'none' },
    listComments: { postId: 'none', after: 'none' },
    listReplies: { postId: 'none', commentId: 'none' },
    tailComments: { postId: 'none', since: 0 },
    openCompose: {},
    listMine: {},
    createPost: { boardId: 'none', title: '标题', body: '正文' },
    addComment: { postId: 'none', body: '评论' },
    likePost: { postId: 'none', liked: true },
    listTopics: {},
    openTopic: { topicId: 'none' },
    followTopic: { topicId: 'none', following: true },
    followColleague: { employeeId: 'VC999999', following: false },
    openFollowing: {},
    search: { text: '悬架' },
    editPost: { postId: 'none', title: '标题', body: '正文' },
    openEdits: { postId: 'none' },
    featurePost: { postId: 'none', featured: true },
    pinPost: { postId: 'none', pinned: true },
    likeComment: { commentId: 'none', liked: true },
    favouritePost: { postId: 'none', favourited: true },
    votePoll: { postId: 'none', optionIds: ['a0'] },
    listFavourites: {},
    openHeat: { postId: 'none' },
    deletePost: { postId: 'none' },
    deleteComment: { commentId: 'none' },
    removePost: { postId: 'none', reason },
    removeComment: { commentId: 'none', reason },
    report: { kind: 'post', id: 'none', reason: 'insult' },
    listReviews: {},
    openReview: { reviewId: 'none' },
    decideReview: { reviewId: 'none', version: 1, verdict: 'keep', reason },
    answerAppeal: { reviewId: 'none', version: 1, verdict: 'uphold', reason },
    openMyReview: { reviewId: 'none' },
    appeal: { reviewId: 'none', words: '我觉得这样说没有问题' },
  },
  coin: { openStatement: {} },
  booking: {
    openPlace: { placeId: 'none' },
    listPlaces: {},
    acceptOffer: { placeId: 'none' },
    leave: { placeId: 'none' },
    checkIn: { sessionId: 'none', scans: [{ code: '0000', scannedAt: 0 }] },
    checkInAtDoor: { sessionId: 'none', doorCode: '0000' },
    listAttendees: { sessionId: 'none' },
    exportAttendees: { sessionId: 'none' },
  },
  union: {
    listAssociations: {},
    openAssociation: { associationId: 'none' },
    apply: { associationId: 'none', answers: [], reason },
    withdraw: { associationId: 'none' },
    leave: { associationId: 'none' },
    listMyApplications: {},
    openApplication: { membershipId: 'none' },
    createEvent: {
      associationId: 'none',
      title: '环湖骑行',
      body: '一起骑',
      coverFileId: fileId,
      venue: { name: '滴水湖站' },
      startsAt: 4_000_000_000_000,
      endsAt: 4_000_003_600_000,
      joinUntil: 4_000_000_000_000,
      cancelUntil: 4_000_000_000_000,
      capacity: 30,
    },
    editEvent: {
      eventId: 'none',
      title: '环湖骑行',
      body: '一起骑',
      coverFileId: fileId,
      venue: { name: '滴水湖站' },
      startsAt: 4_000_000_000_000,
      endsAt: 4_000_003_600_000,
      joinUntil: 4_000_000_000_000,
      cancelUntil: 4_000_000_000_000,
      capacity: 30,
    },
    callOffEvent: { eventId: 'none', reason },
    decideEvent: { eventId: 'none', verdict: 'approve' },
    listEvents: {},
    findEvents: { text: '骑行' },
    proposeAssociation: {
      name: '桌游社',
      category: 'culture',
      site: '上海',
      headline: '每周五 18:30',
      intro: '下班以后一起玩桌游，新手也欢迎。',
      reason,
    },
    openFounding: { foundingId: 'none' },
    listMyFoundings: {},
    decideFounding: { foundingId: 'none', verdict: 'approve' },
    withdrawFounding: { foundingId: 'none' },
    listMembers: { associationId: 'none' },
    removeMember: { membershipId: 'none', reason },
    exportMembers: { associationId: 'none' },
    offerOffice: { associationId: 'none', toEmployeeId: 'VC999999' },
    answerOffice: { associationId: 'none', answer: 'accept' },
    openPresidency: { associationId: 'none' },
    editAssociation: {
      associationId: 'none',
      headline: '每周五 18:30',
      intro: '下班以后一起玩桌游，新手也欢迎。',
      open: true,
      questions: [],
    },
    listPhotos: { associationId: 'none' },
    addPhotos: { associationId: 'none', fileIds: ['cloud://wo-local.wo-local/uploads/none.png'] },
    removePhoto: { photoId: 'none' },
    openEvent: { eventId: 'none' },
    joinEvent: { eventId: 'none' },
    listDecided: {},
    decide: { membershipIds: ['none'], decision: 'approve', reason },
    revoke: { membershipId: 'none', reason },
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
  },
  notice: {
    listNotices: {},
    markRead: {},
    recordPermissions: { accepted: [], refused: [] },
  },
}

export interface SampleCall {
  /** `forum.createPost` */
  name: `${string}.${string}`
  procedure: Procedure
  input: Record<string, unknown>
}

/** Every procedure of every contract with an input of the right form. */
export const sampleCalls: SampleCall[] = Object.entries(contracts).flatMap(([room, contract]) =>
  Object.entries(contract as Record<string, Procedure>).map(([name, procedure]) => ({
    name: `${room}.${name}` as const,
    procedure,
    input: (samples as Record<string, Record<string, Record<string, unknown>>>)[room]?.[name] ?? {},
  })),
)
