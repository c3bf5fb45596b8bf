import type { Grant } from '../../domain/access/roles'

/** Somebody of the demonstration world whom one can be: their WeChat identity is `demo-<key>`. */
export interface CastMember {
  key: string
  employeeId: string
  name: string
  department: string
  site: string
  joinedOn: string
  /** About what their account should come to; old comments make up for it. */
  coins: number
  grants?: Grant[]
  phone?: string
  left?: boolean
}

const row = (
  key: string,
  employeeId: string,
  name: string,
  department: string,
  site: string,
  joinedOn: string,
  coins: number,
  extra: Pick<CastMember, 'grants' | 'phone' | 'left'> = {},
): CastMember => ({ key, employeeId, name, department, site, joinedOn, coins, ...extra })

const presiding = (associationId: string): { grants: Grant[] } => ({
  grants: [{ role: 'president', scopeId: associationId }],
})

const running = (...facilityIds: string[]): Grant[] =>
  facilityIds.map(scopeId => ({ role: 'facilityManager', scopeId }))

/** 研发, 总装 and 传播 have enough people to be shown by themselves in the figures; the other departments stand together. */
export const cast: readonly CastMember[] = [
  row('linxiaochuan', 'VC018842', '林晓川', '研发采购', '上海', '2020-03-16', 1286, {
    ...presiding('lens'),
    phone: '13816620426',
  }),
  row('suyutong', 'VC021507', '苏雨桐', '质量', '成都工厂', '2022-07-04', 642),
  row('wangyanqiu', 'VC011203', '王砚秋', '工会', '上海', '2014-09-01', 948, {
    grants: [
      { role: 'hr' },
      { role: 'keeper' },
      { role: 'moderator' },
      { role: 'unionOfficer' },
      { role: 'official', scopeId: 'gonghui' },
    ],
  }),
  row('zhoumu', 'VC012066', '周牧', '研发', '上海', '2015-04-13', 764, {
    grants: [{ role: 'unionChair' }],
  }),
  row('zhaoqiming', 'VC013390', '赵启明', '制造工程', '上海', '2016-05-09', 520, presiding('badminton')),
  row('xuzhiyuan', 'VC016418', '许知远', '采购', '上海', '2018-08-20', 486, {
    grants: [...presiding('run').grants, { role: 'lead', scopeId: '采购' }],
  }),
  row('shenyining', 'VC019004', '沈一宁', '财务', '上海', '2020-06-01', 330, {
    grants: [...presiding('choir').grants, { role: 'finance' }],
  }),
  row('tangguo', 'VC017733', '唐果', '传播', '上海', '2019-03-11', 618, {
    grants: [...presiding('kids').grants, { role: 'liveHost' }],
  }),
  row('chenjiahe', 'VC022618', '陈嘉禾', '涂装', '成都工厂', '2023-02-13', 372),
  row('hejunlin', 'VC015102', '何俊霖', '底盘工程', '上海', '2017-10-16', 690, {
    grants: [{ role: 'unionChair' }],
  }),
  row('handong', 'VC020345', '韩冬', '试制', '上海', '2021-11-08', 268),
  row('mengchuan', 'VC014271', '孟川', '底盘工程', '上海', '2016-12-05', 404, {
    grants: [{ role: 'editor' }],
  }),
  row('gunian', 'VC019507', '顾念', '总装', '成都工厂', '2019-03-08', 556, presiding('lens-chengdu')),
  row('dingyifan', 'VC023119', '丁一凡', '物流', '上海', '2023-09-04', 96),
  row('maxiao', 'VC022003', '马骁', '销售', '上海', '2022-10-10', 134),
  row('chengye', 'VC016890', '程野', '整车验证', '上海', '2018-11-26', 452, presiding('bike')),
  row('bailu', 'VC020781', '白露', '法务', '上海', '2021-12-20', 288, presiding('yoga')),
  row('luyao', 'VC018117', '陆遥', '造型设计', '上海', '2019-08-19', 512, presiding('fika')),
  row('fangzhou', 'VC012988', '方舟', '研发', '上海', '2015-12-14', 374, presiding('classic')),
  row('yezhiqiu', 'VC017254', '叶知秋', '可持续发展', '上海', '2019-01-07', 598, presiding('ginkgo')),
  row('qinlang', 'VC021930', '秦朗', '总装', '成都工厂', '2022-09-19', 216, presiding('robot')),
  row('jiangyu', 'VC018520', '江屿', '发动机', '大庆工厂', '2019-11-18', 342, presiding('ice')),
  row('luozimo', 'VC020112', '罗子墨', '设备维护', '台州工厂', '2021-08-30', 180, presiding('sea')),
  row('songshiyu', 'VC019866', '宋时雨', '传播', '北京', '2020-12-07', 426, {
    grants: [...presiding('window').grants, { role: 'chiefEditor' }],
  }),
  row('miaomiao', 'VC022871', '苗苗', '健康与安全', '上海', '2023-05-15', 244, {
    grants: [{ role: 'president', scopeId: 'firstaid' }, { role: 'facility' }, { role: 'facilityManager' }],
  }),
  row('renfei', 'VC021268', '任飞', '数字化', '上海', '2022-04-11', 310, {
    grants: [...presiding('spin').grants, { role: 'admin' }],
  }),
  row('xiahe', 'VC023540', '夏禾', '人力资源', '上海', '2024-01-08', 152, {
    grants: [{ role: 'facility', scopeId: '上海' }],
  }),
  row('jiangnan', 'VC020590', '姜楠', '研发', '上海', '2021-10-11', 234),
  row('fuyan', 'VC017019', '傅言', '产品管理', '上海', '2018-12-17', 386, {
    grants: [{ role: 'editor' }],
  }),
  row('qiaoan', 'VC023902', '乔安', '传播', '上海', '2024-04-22', 118, {
    grants: [
      { role: 'centreHost', scopeId: 'centre-shanghai' },
      { role: 'centreHost', scopeId: 'centre-beijing' },
    ],
  }),
  row('ningyuan', 'VC017288', '宁远', '传播', '上海', '2018-06-11', 188, {
    grants: [{ role: 'ops' }, { role: 'coinKeeper' }],
  }),
  row('jiangwenbo', 'VC015644', '蒋文博', '供应链质量', '上海', '2018-02-26', 294),
  row('tianye', 'VC018963', '田野', '总装', '成都工厂', '2020-05-18', 168),
  row('yuanyuan', 'VC022340', '袁圆', '食堂与行政', '成都工厂', '2022-12-05', 202, {
    grants: [
      ...running('gym-chengdu', 'badminton-chengdu', 'basketball-chengdu', 'nursing-chengdu'),
      { role: 'recruiter', scopeId: '成都' },
    ],
  }),
  row('shilei', 'VC014815', '石磊', '生产计划', '大庆工厂', '2017-07-10', 256, {
    grants: [{ role: 'lead', scopeId: '生产计划' }],
  }),
  row('fengyinuo', 'VC024077', '冯一诺', '软件', '上海', '2024-07-01', 140),
  row('shaoyang', 'VC019231', '邵阳', '总装', '成都工厂', '2020-08-24', 188, {
    grants: [{ role: 'centreHost', scopeId: 'centre-chengdu' }],
  }),
  // The second moderator: an appeal is answered by another one than the first.
  row('wenyan', 'VC021744', '温言', '内控', '上海', '2022-08-08', 126, { grants: [{ role: 'moderator' }] }),
  row('liman', 'VC020933', '黎曼', '研发', '上海', '2022-01-17', 278),
  row('yinhang', 'VC016027', '尹航', '试车场', '上海', '2018-05-21', 462),
  row('maoqing', 'VC023377', '毛晴', '传播', '北京', '2023-11-13', 164, {
    grants: [
      ...['volvo', 'sheji', 'jiading', 'chengdu'].map(scopeId => ({ role: 'official' as const, scopeId })),
      { role: 'publicist' },
      { role: 'writer' },
    ],
  }),
  row('helan', 'VC018388', '贺兰', '环境实验室', '大庆工厂', '2019-10-14', 222),
  row('caotian', 'VC022199', '曹恬', '薪酬福利', '上海', '2022-11-14', 146, {
    grants: [{ role: 'recruiter' }],
  }),
  row('geliang', 'VC013702', '葛亮', '总装', '台州工厂', '2016-08-15', 198, {
    grants: [{ role: 'coinKeeper' }],
  }),
  row('liangqiushi', 'VC019688', '梁秋实', '研发', '上海', '2020-11-02', 332, {
    grants: [{ role: 'coinKeeper' }],
  }),
  row('panyue', 'VC021081', '潘悦', '班车与出行', '上海', '2022-03-07', 260, {
    grants: [{ role: 'shuttle' }],
  }),
  row('zhongyi', 'VC023015', '钟意', '采购', '成都工厂', '2023-07-17', 108),
  row('luyiming', 'VC016655', '鲁一鸣', '销售', '北京', '2018-10-08', 74, { left: true }),
]
