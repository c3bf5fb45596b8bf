export default definePageConfig({ navigationBarTitleText: '缺席与说明', enablePullDownRefresh: true })
