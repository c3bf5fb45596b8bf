export const main = () => ({ ok: true, data: 'one' })
