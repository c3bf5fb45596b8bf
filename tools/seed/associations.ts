import type { AssociationCategory, QuestionView } from '../../domain/union/contract'

export interface AssociationTold {
  id: string
  name: string
  cover: string
  site: string
  category: AssociationCategory
  president: string
  members: number
  headline: string
  intro: string
  founded: string
  questions: readonly QuestionView[]
  closed?: boolean
}

const level = (...options: string[]): QuestionView => ({ questionId: 'level', title: '你的水平', options })
const time = (...options: string[]): QuestionView => ({ questionId: 'time', title: '哪天方便', options })

const told = (
  id: string,
  name: string,
  cover: string,
  [site, category, president, members]: readonly [string, AssociationCategory, string, number],
  [headline, intro, founded]: readonly [string, string, string],
  questions: readonly QuestionView[] = [],
  closed = false,
): AssociationTold => ({
  id,
  name,
  cover,
  site,
  category,
  president,
  members,
  headline,
  intro,
  founded,
  questions,
  closed,
})

export const associationsTold: readonly AssociationTold[] = [
  told(
    'badminton',
    '羽毛球协会',
    'badminton',
    ['上海', 'sport', 'zhaoqiming', 318],
    [
      '每周二、四 19:00，嘉定体育馆',
      '每周二、四晚在嘉定体育馆包下六片场地，不会也发拍。每季度一次园区对抗赛。',
      '2017-04-18',
    ],
    [level('刚开始', '能打比赛', '打过校队')],
  ),
  told(
    'lens',
    '光影摄影社',
    'lens',
    ['上海', 'art', 'linxiaochuan', 146],
    ['本月题目：厂房里的光', '每月一个题目，线上点评，线下外拍。器材不限，手机单独成组。', '2018-10-12'],
    [level('刚拿起相机', '能独立拍一组', '办过展')],
  ),
  told(
    'run',
    '晨跑团',
    'run',
    ['上海', 'sport', 'xuzhiyuan', 207],
    ['每周三 6:40，园区北门', '五公里，配速自由，跑完食堂有热豆浆。零下也照跑。', '2016-03-09'],
    [level('走跑结合', '五公里', '半马以上')],
  ),
  told(
    'choir',
    '北岸合唱团',
    'choir',
    ['上海', 'art', 'shenyining', 52],
    ['正在排练圣露西亚节曲目', '每周二、四 18:00 排练。不会识谱不要紧，准时要紧。', '2019-12-13'],
    [{ questionId: 'part', title: '声部', options: ['女高', '女低', '男高', '男低', '不知道'] }],
  ),
  told(
    'kids',
    '亲子俱乐部',
    'kids',
    ['上海', 'family', 'tangguo', 264],
    ['每月两个周日，体验中心二楼', '每月两场，五岁以上。外公外婆也欢迎。', '2015-06-01'],
  ),
  told(
    'bike',
    '骑行协会',
    'bike',
    ['上海', 'sport', 'chengye', 128],
    ['每周六早上，两个集团一起出发', '两个集团，新手跟第二集团。头盔是唯一的门票。', '2018-05-20'],
    [level('通勤', '三十公里', '百公里')],
  ),
  told(
    'yoga',
    '瑜伽社',
    'yoga',
    ['上海', 'sport', 'bailu', 96],
    ['工作日 12:15，三楼操房', '午间四十五分钟，久坐的同事优先。自带垫子。', '2021-03-08'],
  ),
  told(
    'fika',
    'Fika 咖啡会',
    'fika',
    ['上海', 'culture', 'luyao', 88],
    ['周五 15:00，三楼长桌', '每周一个小题目，每人三分钟，不讲工作。', '2019-08-30'],
  ),
  told(
    'classic',
    '老车俱乐部',
    'ov4',
    ['上海', 'culture', 'fangzhou', 63],
    ['每月一次，看一辆老车', '修、看、讲。俱乐部有一台 240 正在翻新，周末需要人手。', '2016-04-14'],
    [time('周六', '周日', '都可以')],
  ),
  told(
    'ginkgo',
    '银杏志愿队',
    'ginkgo',
    ['上海', 'welfare', 'yezhiqiu', 142],
    ['每月两场，助学、净滩、陪老人', '助学、净滩、关爱独居老人，全年二十四场，每场都有领队。', '2014-11-05'],
  ),
  told(
    'firstaid',
    '急救互助队',
    'health',
    ['上海', 'welfare', 'miaomiao', 44],
    ['每月第一个周日心肺复苏复训', '园区里每一台除颤仪旁边都有我们的人。持证优先，也教到会。', '2022-09-10'],
    [{ questionId: 'certificate', title: '急救证', options: ['有', '过期了', '没有'] }],
  ),
  told(
    'lens-chengdu',
    '成都摄影分社',
    'beams',
    ['成都工厂', 'art', 'gunian', 71],
    ['周六 9:00 厂区外拍', '成都工厂的摄影社，手机组单独点评。', '2020-05-16'],
    [level('刚拿起相机', '能独立拍一组', '办过展')],
  ),
  told(
    'robot',
    '机器人社',
    'robot',
    ['成都工厂', 'culture', 'qinlang', 57],
    ['周四晚：给旧机械臂换一颗心', '拆、装、编程。社里有一台退役的六轴机械臂。', '2021-06-18'],
  ),
  told(
    'ice',
    '冰雪社',
    'ice',
    ['大庆工厂', 'sport', 'jiangyu', 83],
    ['周末 14:00 冰场教学', '十一月到三月每周上冰。冰刀可借，36–45 码。', '2017-12-02'],
  ),
  told(
    'sea',
    '台州海钓社',
    'harbor',
    ['台州工厂', 'culture', 'luozimo', 39],
    ['船位满，明年三月再招', '每月一次出海，十二个船位。', '2019-05-05'],
    [],
    true,
  ),
  told(
    'window',
    '窗边读书会',
    'window',
    ['北京', 'culture', 'songshiyu', 36],
    ['本月读《长日将尽》', '线上为主，每月一本，读不完也可以来听。', '2020-02-28'],
  ),
  told(
    'spin',
    '动感单车社',
    'spin',
    ['上海', 'sport', 'renfei', 61],
    ['周一、三 18:15 健身房', '灯一关，谁也看不见谁在喘。', '2022-06-06'],
  ),
]
