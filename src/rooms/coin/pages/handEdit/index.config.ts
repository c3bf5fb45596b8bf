export default definePageConfig({ navigationBarTitleText: '发放或收回' })
