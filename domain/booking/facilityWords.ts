import { grouped } from '../kernel/grouped'

interface About {
  title: string
}

/** What an inbox says of a lesson or a court. */
export const facilityNotices = {
  calledOff: ({ title }: About, because: string, refunded: number) => ({
    title: `取消了：${title}`,
    body: refunded > 0 ? `${because}。${grouped(refunded)} 沃币押金已经退回。` : because,
  }),
  missed: ({ title }: About, kept: number) => ({
    title: `没有看到你：${title}`,
    body: `${kept > 0 ? `${grouped(kept)} 沃币押金没有退。` : ''}有特殊情况，可以在「缺席记录」里说明一次。`,
  }),
  decided: ({ title }: About, verdict: 'excuse' | 'keep', reason: string, returned: number) => ({
    title: verdict === 'excuse' ? `不算缺席：${title}` : `还是算缺席：${title}`,
    body: returned > 0 ? `${reason}。${grouped(returned)} 沃币押金已经退回。` : reason,
  }),
}
