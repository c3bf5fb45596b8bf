import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { spokenAs } from '../a11y/spoken'
import { drawQrCode } from './draw'
import './qrCode.scss'

export interface QrCodeProps {
  /** What the code says, at most 2,331 bytes. */
  text: string
  /** Side in px, the quiet edge included. Default 200. */
  size?: number
  /** Read aloud: what it is for. */
  label: string
}

/** A code to show at a desk. */
export function QrCode({ text, size = 200, label }: QrCodeProps) {
  const uri = useMemo(() => drawQrCode(text), [text])
  return (
    <View
      className="qr-code"
      {...spokenAs('img')}
      aria-label={label}
      style={{ width: `${size}px`, height: `${size}px`, backgroundImage: `url("${uri}")` }}
    />
  )
}
