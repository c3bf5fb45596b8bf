export default definePageConfig({ navigationBarTitleText: '开票抬头' })
