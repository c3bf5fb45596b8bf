/** The columns of the roster file, by the names in its header line; their order does not matter. */
export const rosterColumns = ['员工编号', '姓名', '手机号', '部门', '园区', '入职日期', '状态'] as const
export type RosterColumn = (typeof rosterColumns)[number]
