import type { TemplateName } from '../../domain/notice/kinds'

/** How the WeChat console calls each template: the first line of the message on a phone. */
export const messageTitles: Readonly<Record<TemplateName, string>> = {
  applicationDecided: '入会申请结果',
  applicationWaiting: '入会申请待处理',
  orderProgress: '订单进展',
  seatOffered: '候补转正',
  sessionSoon: '活动快开始',
  articleOut: '新文章',
  goodReady: '想换的东西来了',
}
