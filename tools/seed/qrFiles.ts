import qrcode from 'qrcode-generator'
import { LOCAL_ENVIRONMENT } from '../local-cloud/constants'
import { accountsTold } from './brandTold'

const SIDE_PX = 400

const pathOf = (key: string) => `pictures/demo-code-${key}.png`

export function codeFileId(key: string): string {
  return `cloud://${LOCAL_ENVIRONMENT.envId}.${LOCAL_ENVIRONMENT.bucket}/${pathOf(key)}`
}

/**
 * The codes of the demonstration's accounts. The real ones are WeChat's to give, so that these lead to the company's own
 * page whoever reads them.
 */
export function codeDrawings(): { path: string; svg: string }[] {
  return accountsTold
    .filter(({ qr = true }) => qr)
    .map(({ key }) => {
      const code = qrcode(0, 'M')
      code.addData(`https://www.volvocars.com.cn/?from=${key}`)
      code.make()
      return { path: pathOf(key), svg: code.createSvgTag({ cellSize: 8, margin: 8, scalable: true }) }
    })
}

export const codeSize = { width: SIDE_PX, height: SIDE_PX }
