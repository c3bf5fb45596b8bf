/** Who said what how many minutes after it was announced, or after it began. */
type Said = readonly [who: string, minutes: number, body: string]

export interface BroadcastTold {
  id: string
  title: string
  summary: string
  place: string
  topic: string
  cover: string
  host: string
  said: readonly Said[]
  minutes: number
  prizes: readonly { kind: 'coins' | 'gift'; name: string; count: number }[]
}

export const xc90Told: BroadcastTold = {
  id: 'b-xc90',
  title: '新款 XC90 发布会',
  summary: '悬架、路噪和第三排，设计师在上海现场回答同事的问题，哥德堡同时亮相。',
  place: '上海',
  topic: 'XC90 发布会',
  cover: 'stage',
  host: 'tangguo',
  said: [
    ['hejunlin', 40, '带拖车时，高度谁说了算？'],
    ['handong', 95, '零下二十八度能不能自己升高？大庆等着。'],
    ['suyutong', 150, '成都这边二楼食堂会开大屏吗？'],
    ['linxiaochuan', 210, '路噪那张曲线能不能放出来？'],
    ['tianye', 260, '下班直接去食堂占座。'],
  ],
  minutes: 15,
  prizes: [
    { kind: 'gift', name: 'XC90 合金车模', count: 3 },
    { kind: 'coins', name: '', count: 10 },
  ],
}

export const winterTold: BroadcastTold = {
  id: 'b-winter',
  title: '零下四十度，我们在冬测',
  summary: '黑河试车场连线：冰面、冷启动和一碗热面，寒区试验的同事带大家走一圈。',
  place: '黑河',
  topic: '',
  cover: 'ice',
  host: 'tangguo',
  said: [
    ['jiangyu', 4, '大庆的同事举手，今天零下二十六。'],
    ['helan', 9, '环境舱里也是这个数，但没有风。'],
    ['linxiaochuan', 12, '冷启动要等多久才能走？'],
    ['chengye', 14, '四十秒，等的是机油，不是人。'],
    ['yinhang', 21, '冰面上那一段是我开的，手心都是汗。'],
    ['suyutong', 26, '热面能寄到成都吗？'],
    ['liman', 33, '风噪在低温里会变，这个可以单独讲一期。'],
    ['tianye', 41, '看完再也不嫌成都冷了。'],
    ['gunian', 47, '密封条的老化数据有吗？'],
    ['mengchuan', 52, '有，下周整理好放在知识库。'],
  ],
  minutes: 15,
  prizes: [
    { kind: 'gift', name: '冬测纪念保温杯', count: 2 },
    { kind: 'coins', name: '', count: 3 },
  ],
}
