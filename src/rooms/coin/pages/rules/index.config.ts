export default definePageConfig({ navigationBarTitleText: '得沃币的规则' })
