export default definePageConfig({ navigationBarTitleText: '缺席记录', enablePullDownRefresh: true })
