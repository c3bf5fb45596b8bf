export const main = () => ({ ok: true, data: 'two' })
