import { claimColumns } from '@domain/selfservice/claimFile'
import type { Does } from './does'
import { upload } from './identityWorld'
import type { TestCloud } from './localCloud'
import { people } from './people'

const { lin, luo, fang, jin } = people
const reason = '核对过了'

const category = {
  name: '灯和电',
  icon: 'bolt',
  hint: '灯、插座、跳闸',
  fields: [],
  targetHours: 4,
  together: true,
  desks: [{ site: '上海', leadId: fang.employeeId, handlerIds: [fang.employeeId] }],
}

/** A ticket goes its way, so that what each step costs is known. */
async function ticketsLive(cloud: TestCloud, does: Does): Promise<void> {
  await cloud.engine.insertMany('selfservice_ticket_categories', [
    { _id: 'power', ...category, order: 1, version: 1 },
  ])
  const keeper = { ...fang, grants: [{ role: 'facility' }] }
  await cloud.engine.insertMany('identity_employees', [
    {
      ...(await cloud.dump<{ _id: string }>('identity_employees')).find(({ _id }) => _id === fang.employeeId),
      _id: 'VC017351',
      openid: 'wx-keeper',
      grants: keeper.grants,
    },
  ])
  await does({ openid: 'wx-keeper' }, 'selfservice.saveTicketCategory', {
    categoryId: 'power',
    version: 1,
    ...category,
  })
  await does(lin, 'selfservice.openTicketForm')
  const fileId = await upload(cloud, lin.openid, 'uploads/lamp.jpg', 'a lamp')
  const form = { categoryId: 'power', place: 'A 楼 4 层', body: '灯不亮', answers: {}, imageIds: [fileId] }
  const { ticketId } = await does(lin, 'selfservice.submitTicket', form)
  await does(fang, 'selfservice.openTicketBoard', { column: 'incoming' })
  await does(luo, 'selfservice.followTicket', { ticketId, following: true })
  const tickets = [{ ticketId, version: 1 }]
  await does(fang, 'selfservice.assignTickets', { tickets, handlerId: fang.employeeId })
  await does(fang, 'selfservice.workTicket', { ticketId, version: 2, action: 'start' })
  await does(fang, 'selfservice.sayOnTicket', { ticketId, body: '在路上', imageIds: [] })
  await does(fang, 'selfservice.sayOnTicket', { ticketId, body: '到了', imageIds: [] })
  await does(fang, 'selfservice.workTicket', { ticketId, version: 3, action: 'resolve', note: reason })
  await does(fang, 'selfservice.openTicket', { ticketId })
  await does(lin, 'selfservice.tailTicket', { ticketId, since: 0 })
  await does(lin, 'selfservice.moveOwnTicket', { ticketId, action: 'confirm' })
  await does(lin, 'selfservice.rateTicket', { ticketId, stars: 5 })
  await does(lin, 'selfservice.listTickets')
  await does(fang, 'selfservice.openTicketFigures')
  await does(fang, 'selfservice.openTicketCategories')
}

/** A title is made, and a file of invoices imported. */
async function invoicesLive(cloud: TestCloud, does: Does): Promise<void> {
  const title = {
    version: 0,
    name: '沃社区示例（上海）有限公司',
    taxNumber: '91310000DEMX00001C',
    address: '上海市嘉定区示例路 88 号',
    phone: '021-00000000',
    bank: '示例银行上海分行',
    account: '000011112222',
    note: '上海同事开这个',
    sites: ['上海'],
    on: true,
  }
  const { titleId } = await does(jin, 'selfservice.saveTitle', title)
  await does(jin, 'selfservice.listTitleVersions', { titleId })
  await does(lin, 'selfservice.listTitles')
  const line = [
    lin.employeeId,
    '26312000000012345678',
    '2026-11-18',
    '12.50',
    '打车',
    '等你补充',
    '写一句去了哪里',
  ].join(',')
  const content = [claimColumns.join(','), line].join('\n')
  const fileId = await upload(cloud, jin.openid, 'claims/budget.csv', content)
  const { importId } = await does(jin, 'selfservice.checkClaims', { fileId, fileName: '报销.csv' })
  await does(jin, 'selfservice.applyClaims', { importId })
  await does(jin, 'selfservice.openClaimImport', { importId })
  await does(jin, 'selfservice.openInvoiceDesk')
  await does(lin, 'selfservice.listClaims')
  await does(lin, 'selfservice.answerClaim', { number: '26312000000012345678', words: '去客户那里' })
}

/** Both, one after the other. */
export async function supportLives(cloud: TestCloud, does: Does): Promise<void> {
  await ticketsLive(cloud, does)
  await invoicesLive(cloud, does)
}
