import type { DocumentCategory, DocumentState } from '../../domain/knowledge/document'

export interface PaperTold {
  id: string
  title: string
  summary: string
  category: DocumentCategory
  owner: string
  departments?: readonly string[]
  /** Days from now; past ones have ended. */
  endsInDays?: number
  state?: DocumentState
  /** The oldest first. */
  editions: readonly { daysAgo: number; note: string }[]
  /** How many have opened its page and its file. */
  figures: readonly [readers: number, downloads: number]
  /** What the file says: paragraphs of a PDF, or the rows of a sheet. */
  text?: readonly string[]
  rows?: readonly (readonly string[])[]
}

export const papersTold: readonly PaperTold[] = [
  {
    id: 'p01-travel',
    title: '国内差旅标准',
    summary: '住宿、交通和餐补的上限，哪些要先批、哪些直接走。12 月起一线城市住宿上调到 600 元。',
    category: 'policy',
    owner: 'shenyining',
    editions: [
      { daysAgo: 210, note: '' },
      { daysAgo: 12, note: '一线城市住宿上调到 600 元' },
    ],
    figures: [24, 18],
    text: [
      '一、适用范围：在国内出差的全体员工。外派和培训另有规定。',
      '二、住宿：北京、上海、广州、深圳每晚不超过 600 元，省会城市 450 元，其他城市 380 元。两人同行、同性别的，鼓励合住，补贴每人每晚 80 元。',
      '三、交通：车程 5 小时以内坐高铁二等座；超过 5 小时可以选飞机经济舱。提前 3 天以上订票。市内优先公共交通，22:00 以后可以打车。',
      '四、餐补：每天 100 元，不用发票。客户或公司已安排用餐的，按每餐 40 元扣减。',
      '五、报销：回来 10 个工作日内提交。发票抬头和税号在「发票」里复制，不要手写。',
      '六、超出标准：出发前由部门负责人在系统里同意，写明原因。',
    ],
  },
  {
    id: 'p02-leave',
    title: '考勤与休假办法',
    summary: '年假、病假、育儿假怎么算、怎么请，调休当月有效还是当年有效。',
    category: 'policy',
    owner: 'xiahe',
    editions: [{ daysAgo: 320, note: '' }],
    figures: [44, 28],
    text: [
      '一、年假：工作满 1 年 5 天，满 10 年 10 天，满 20 年 15 天；公司另加 3 天。当年没休完的，可以留到下一年 3 月底。',
      '二、病假：一天以内口头说明，两天以上交病历。',
      '三、育儿假：孩子满 3 岁前，父母每年各 5 天，可以拆开休。',
      '四、调休：加班产生的调休当年有效，优先在当月用掉。',
      '五、考勤：弹性上班 7:30 到 9:30，核心时间 10:00 到 15:00。工厂按班次。',
    ],
  },
  {
    id: 'p03-security',
    title: '信息安全守则',
    summary: '图纸、样车照片、供应商报价，哪些能拍、能带、能发。',
    category: 'policy',
    owner: 'wenyan',
    editions: [{ daysAgo: 150, note: '' }],
    figures: [21, 11],
    text: [
      '一、样车和试制车间不拍照。需要拍的，先向项目经理申请，照片存在项目盘，不发群、不发朋友圈。',
      '二、图纸和报价只在公司电脑里看，不转到个人邮箱和网盘。',
      '三、电脑离开视线就锁屏；笔记本不留在车里过夜。',
      '四、收到要你输入密码的邮件，先打电话问信息安全。',
      '五、丢了电脑、手机或门禁卡，两小时内报告，没有人会因为及时报告受罚。',
    ],
  },
  {
    id: 'p04-checkup',
    title: '2026 年度体检安排',
    summary: '可以选的医院、套餐和预约时间。家属可以自费一起做。',
    category: 'policy',
    owner: 'miaomiao',
    endsInDays: 22,
    editions: [{ daysAgo: 40, note: '' }],
    figures: [35, 32],
    text: [
      '一、时间：9 月 15 日到 12 月 20 日，工作日上午。',
      '二、医院：上海三家、成都两家、大庆和台州各一家，地址和电话见小程序。',
      '三、套餐：基础、心血管、女性三种，选一种；40 岁以上可以加一项胃肠镜。',
      '四、家属：可以按公司价自费，预约时写上姓名和年龄。',
      '五、当天：空腹 8 小时，带身份证。体检半天算出勤。',
    ],
  },
  {
    id: 'p05-escalation',
    title: '质量问题升级办法',
    summary: '什么问题在班组里解决，什么问题当天就要报到厂里。',
    category: 'policy',
    owner: 'suyutong',
    departments: ['质量', '总装', '涂装', '焊装', '供应链质量'],
    editions: [{ daysAgo: 95, note: '' }],
    figures: [8, 7],
    text: [
      '一、A 类：影响安全或法规。发现的人立即停线，15 分钟内报到值班经理，2 小时内成立小组。',
      '二、B 类：客户能感觉到的。当班升级到车间，24 小时内给出临时措施。',
      '三、C 类：外观和次要功能。记录在安灯系统，周会上看趋势。',
      '四、每一件都要有负责人、期限和验证的人。关闭前由发现的人确认。',
    ],
  },
  {
    id: 'p06-onboarding',
    title: '新员工第一周',
    summary: '门禁、电脑、导师、食堂和班车，一天一件，不用一天做完。',
    category: 'process',
    owner: 'xiahe',
    editions: [{ daysAgo: 60, note: '' }],
    figures: [16, 10],
    text: [
      '周一：领门禁卡和电脑，设密码，认识导师，一起去食堂。',
      '周二：登记沃社区，看一遍信息安全守则，把紧急联系人填上。',
      '周三：去一次安全培训教室，学会怎么报险、怎么疏散。',
      '周四：跟着导师参加一个会，只听，记下三个听不懂的词，到知识库里查。',
      '周五：和主管聊二十分钟：哪里顺，哪里不顺，下周做什么。',
    ],
  },
  {
    id: 'p07-change',
    title: '工程变更流程',
    summary: '从提出到断点切换的七步，谁签、多久签完。',
    category: 'process',
    owner: 'hejunlin',
    departments: ['研发', '研发采购', '底盘工程', '电子电气', '整车验证', '制造工程'],
    editions: [
      { daysAgo: 400, note: '' },
      { daysAgo: 75, note: '电子签，最长 5 个工作日' },
    ],
    figures: [11, 8],
    text: [
      '一、提出：写明改什么、为什么、影响哪些零件和车型。',
      '二、评估：设计、采购、制造、质量、售后各给意见，5 个工作日内。',
      '三、批准：按金额和风险分三级。',
      '四、发布：物料清单更新，通知供应商。',
      '五、验证：首件和小批，质量签字。',
      '六、断点：确定从哪一台车开始，新旧件不混装。',
      '七、关闭：三个月后回看，有没有带来别的问题。',
    ],
  },
  {
    id: 'p08-sample',
    title: '样件领用流程',
    summary: '样件间怎么登记、能借几天、弄坏了怎么办。',
    category: 'process',
    owner: 'xuzhiyuan',
    departments: ['研发采购', '采购', '供应链质量'],
    editions: [{ daysAgo: 28, note: '' }],
    figures: [3, 2],
    text: [
      '一、工作日 9:00 到 11:30、13:30 到 17:00 领用，扫样件上的码登记。',
      '二、一般借 5 天，可以续一次。装车试验的，写明车号。',
      '三、弄坏了如实写，拍照，样件不能自己修。',
    ],
  },
  {
    id: 'p09-travel-form',
    title: '出差申请表',
    summary: '系统用不了的时候填这一张，回来补录。',
    category: 'form',
    owner: 'shenyining',
    editions: [{ daysAgo: 210, note: '' }],
    figures: [10, 9],
    rows: [
      [
        '姓名',
        '员工编号',
        '部门',
        '出发日期',
        '返回日期',
        '目的地',
        '事由',
        '预计住宿（元）',
        '预计交通（元）',
      ],
      ['', '', '', '', '', '', '', '', ''],
      ['部门负责人意见', '', '', '签字', '', '日期', '', '', ''],
    ],
  },
  {
    id: 'p10-eight-d',
    title: '8D 报告模板',
    summary: '八步一页，每一步要写什么都在表头里。',
    category: 'form',
    owner: 'jiangwenbo',
    departments: ['质量', '供应链质量', '采购'],
    editions: [{ daysAgo: 130, note: '' }],
    figures: [6, 6],
    rows: [
      ['步骤', '要写什么', '内容', '负责人', '完成日期'],
      ['D1 小组', '谁参加，谁负责', '', '', ''],
      ['D2 问题描述', '什么、哪里、何时、多少、多严重', '', '', ''],
      ['D3 临时措施', '先保护客户：围堵、挑选、换货', '', '', ''],
      ['D4 根本原因', '为什么产生，为什么没有被发现', '', '', ''],
      ['D5 长期措施', '选哪个，为什么', '', '', ''],
      ['D6 实施与验证', '用数据说明有效', '', '', ''],
      ['D7 防止再发生', '改标准、改控制计划、告诉别的产线', '', '', ''],
      ['D8 致谢', '谢谢谁', '', '', ''],
    ],
  },
  {
    id: 'p11-charging',
    title: '园区充电桩常见问题',
    summary: '怎么排队、充满了多久要挪、扫码不动怎么办。',
    category: 'faq',
    owner: 'panyue',
    editions: [{ daysAgo: 18, note: '' }],
    figures: [18, 11],
    text: [
      '问：要排队吗？答：直流桩按到的先后，交流桩不排。一辆车一次最多占直流桩一小时。',
      '问：充满了多久要挪？答：提醒后 15 分钟内。开会走不开，请同事帮忙挪。',
      '问：扫码没有反应？答：先拔枪再插一次；还不行，记下桩号，在「行政支持」里报。',
      '问：访客能用吗？答：能，请接待的同事代扫。',
    ],
  },
  {
    id: 'p12-coins',
    title: '沃币常见问题',
    summary: '怎么得、怎么用、为什么今天没有再涨。',
    category: 'faq',
    owner: 'wangyanqiu',
    editions: [{ daysAgo: 33, note: '' }],
    figures: [31, 15],
    text: [
      '问：怎么得沃币？答：发帖、评论、被赞、参加活动，规则和今天的进度在「怎么赚沃币」。',
      '问：为什么今天没有再涨？答：每种方式每天有上限，到了就不再加，明天重新算。',
      '问：内容被移除，沃币会扣回吗？答：会，扣回的也写在明细里。申诉成功就补回来。',
      '问：离职了还能用吗？答：请在最后一个工作日前用掉。',
    ],
  },
  {
    id: 'p13-heat',
    title: '2026 年高温津贴办法',
    summary: '六到九月，哪些岗位、每月多少、和工资一起发。',
    category: 'policy',
    owner: 'caotian',
    endsInDays: -45,
    state: 'expired',
    editions: [{ daysAgo: 180, note: '' }],
    figures: [23, 13],
    text: [
      '一、时间：6 月到 9 月。',
      '二、岗位：室外作业，以及不能把工作场所温度降到 33 ℃ 以下的岗位。',
      '三、标准：按各地当年公布的标准，和当月工资一起发。',
    ],
  },
  {
    id: 'p14-parking',
    title: '旧停车场管理办法',
    summary: '新停车楼启用以后不再使用。',
    category: 'policy',
    owner: 'panyue',
    state: 'withdrawn',
    editions: [{ daysAgo: 500, note: '' }],
    figures: [16, 7],
    text: ['一、凭车证停放，先到先停。', '二、新停车楼启用后，请看新的办法。'],
  },
]
