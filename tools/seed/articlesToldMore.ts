import type { ArticleTold } from './articleTold'

/** The older half, and what is not out yet. */
export const moreArticles: readonly ArticleTold[] = [
  {
    id: 'a-supplier',
    title: '十七家供应商签了同一张纸：到 2030 年少一半碳',
    summary: '不是口号，每一吨都写了从哪里减。',
    column: 'sustainable',
    cover: 'harbor',
    writer: 'songshiyu',
    when: [6, '15:00'],
    figures: [19, 7, 3],
    lines: `上周四，十七家供应商在上海签了一份减碳约定。和以往不同，附件比正文长：每一家都写了每一年从哪里减、减多少、谁来看。

## 三个最难的

- 电池壳体的再生铝比例，从 18% 到 60%
- 船运换燃料，每个航次多花的钱怎么分
- 二级供应商的数据，第一次要一起报

> 前两年我们互相看 PPT，今年开始互相看电表。
> —许知远，采购`,
  },
  {
    id: 'a-jiading',
    title: '一号楼的那盏灯，是谁每天最后关的',
    summary: '夜里十一点，安保老周走完最后一圈。',
    column: 'people',
    cover: 'night',
    writer: 'maoqing',
    when: [8, '7:30'],
    figures: [30, 26, 8],
    lines: `一号楼有 412 盏灯。最后一盏在三楼东边的走廊，开关在消防柜后面，知道的人不多。

老周知道。他在这里十一年，每晚走七千多步，碰见加班的人会问一句：**还要多久，我先从西边关**。

> 有个小伙子连着三周最后走。第四周他请我吃了块蛋糕，说东西做出来了。
> —老周，安保

后来我们查了，那三周上线的，是车机里的「静音回家」。`,
  },
  {
    id: 'a-quality',
    title: '质量月只做三件事：听、拆、改',
    summary: '给质量和总装的同事：本月的安排和要交的东西。',
    column: 'factory',
    cover: 'gloss',
    writer: 'songshiyu',
    when: [9, '9:00'],
    audience: { kind: 'department', value: '质量' },
    figures: [6, 2, 2],
    lines: `这个月不开动员会，只做三件事。

1. **听**：每人听一小时客服录音，写下一句客户的原话
2. **拆**：每周拆一台退回的车，谁都可以来看
3. **改**：把拆出来的前三条改掉，月底贴结果

录音和排班在共享盘的「质量月」里，周五前选好时段。`,
  },
  {
    id: 'a-run',
    title: '三十七个人跑完了上海马拉松，最慢的那个赢了掌声',
    summary: '5 小时 58 分，她在关门前两分钟冲线。',
    column: 'life',
    cover: 'run',
    writer: 'maoqing',
    when: [11, '8:00'],
    figures: [34, 32, 3],
    lines: `晨跑团今年去了三十七个人，都跑完了。最快的许知远 3 小时 12 分，最慢的苗苗 5 小时 58 分。

> 最后两公里我在背急救口诀，一句一步。
> —苗苗，健康与安全

关门前两分钟她冲线，另外三十六个人在终点等着，**有人把自己的奖牌先挂在了她脖子上**，等她的那块发下来再换回去。`,
  },
  {
    id: 'a-report',
    title: '前三季度：卖得多了一点，浪费得少了一点',
    summary: '一页看完的数字，和它们背后的三个决定。',
    column: 'group',
    cover: 'road',
    writer: 'songshiyu',
    when: [13, '10:00'],
    figures: [40, 12, 15],
    lines: `财报有一百二十页，这里是给同事的一页。

| 项目 | 今年 | 去年 |
| 纯电占比 | 27% | 21% |
| 每台车用水（立方米） | 2.9 | 3.4 |
| 可记录事故（每百万工时） | 0.6 | 0.9 |

## 三个决定

- 停掉两个没人用的配置，线上少了十一种零件
- 把出差预算的两成给了视频会议室
- 事故率写进每位厂长的第一项指标

有问题想问的，周五下午财务在一号楼咖啡角，**带上你的数字**。`,
  },
  {
    id: 'a-glass',
    title: '把挡风玻璃变回玻璃，要几步',
    summary: '台州的一条试验线，正在把碎玻璃送回熔炉。',
    column: 'sustainable',
    cover: 'window',
    writer: 'maoqing',
    when: [15, '13:30'],
    figures: [17, 8, 2],
    lines: `挡风玻璃中间夹着一层膜，所以它不碎，也所以它不好回收。台州的试验线用冷水和超声波把膜揭下来，一块要四分钟。

> 第一天揭下来的膜像剥坏的鸡蛋，第九十天像揭邮票。
> —罗子墨，设备维护

现在每天能处理六十块，够三十台车用。明年的目标是三百块。`,
  },
  {
    id: 'a-heritage',
    title: '为什么安全带是斜的：一项送给全世界的专利',
    summary: '给新同事讲过很多遍的故事，这次写下来。',
    column: 'group',
    cover: 'belt',
    writer: 'maoqing',
    when: [1, '9:00'],
    state: 'review',
    figures: [0, 0, 0],
    lines: `1959 年，工程师尼尔斯·博林画出了三点式安全带。公司把专利开放给所有车厂。

这件事之后的每一年，都有人因此回到家里。`,
  },
  {
    id: 'a-fika',
    title: '下周二，全国一起 Fika',
    summary: '十五分钟，六个园区，同一种肉桂卷。',
    column: 'life',
    cover: 'fika',
    writer: 'maoqing',
    when: [0, '6:30'],
    state: 'scheduled',
    figures: [0, 0, 0],
    lines: `下周二 15:00，六个园区一起停下来十五分钟。肉桂卷在各食堂领，带上自己的杯子。`,
  },
  {
    id: 'a-drift',
    title: '「衣物漂流」第三季：一件毛衣走了四个城市',
    summary: '草稿：还差成都站的照片。',
    column: 'sustainable',
    cover: 'ginkgo',
    writer: 'maoqing',
    when: [2, '17:00'],
    state: 'draft',
    figures: [0, 0, 0],
    lines: `叶知秋把毛衣放进箱子的时候，没想过它会先去大庆。`,
  },
]
