const reason = '核对过了'
const employeeId = 'VC999999'

export const memberSamples = {
  findMembers: {},
  openPlaces: {},
  openMember: { employeeId },
  openMovements: { employeeId },
  listMemberRecord: { employeeId },
  openPhone: { employeeId, reason },
  correctMember: { employeeId, name: '谁也不是', joinedOn: '2019-03-04', reason },
  transferMember: { employeeId, department: '质量', site: '上海', reason },
  requestCorrection: { department: '谁也不在的部门', reason },
  openCorrection: { correctionId: 'none' },
  decideCorrection: { correctionId: 'none', decision: 'refuse' as const, reason },
  muteMember: { employeeId, days: 7, reason },
  previewLeaving: { employeeId },
  leaveMember: { employeeId, offices: [], coins: 'keep' as const, reason },
  handOverOffices: { employeeId, offices: [{ associationId: 'none', toEmployeeId: employeeId }], reason },
  returnMember: { employeeId, withRoles: false, reason },
}
