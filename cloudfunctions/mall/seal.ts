import { sealerOf } from '@platform/seal'

/** Of the codes of virtual goods. */
export const { seal, unseal, fingerprint } = sealerOf('MALL_CODE_KEY')
