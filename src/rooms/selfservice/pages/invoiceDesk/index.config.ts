export default definePageConfig({ navigationBarTitleText: '发票与报销', enablePullDownRefresh: true })
